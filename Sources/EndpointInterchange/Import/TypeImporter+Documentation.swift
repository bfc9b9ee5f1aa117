import EndpointDefinition
import EndpointModel

extension TypeImporter {
  /// Returns the documentation of a schema, a parameter, or an operation: the first sentence of the
  /// description is the summary if there is none.
  func documentation(of node: DocumentNode) -> Documentation {
    isExport ? exportedDocumentation(of: node) : foundDocumentation(of: node)
  }

  /// Returns documentation that definitions have: the summary is a member or the first paragraph.
  private func exportedDocumentation(of node: DocumentNode) -> Documentation {
    var documentation = Documentation(
      summary: node["summary"]?.string, details: node["description"]?.string,
      deprecation: node["x-deprecation"]?.string, replacement: node["x-replacement"]?.string)
    guard documentation.summary == nil, node["operationId"] == nil,
      !node.flag("x-without-summary"), let text = documentation.details
    else { return documentation }
    let end = text.firstRange(of: "\n\n")
    documentation.summary = String(text[..<(end?.lowerBound ?? text.endIndex)])
    documentation.details = end.map { String(text[$0.upperBound...]) }
    return documentation
  }

  private func foundDocumentation(of node: DocumentNode) -> Documentation {
    let text = node["description"]?.string.map(\.asDefinitionText)
    var documentation = Documentation()
    if let summary = node["summary"]?.string?.asDefinitionText.folded, !summary.isEmpty {
      documentation.summary = summary
      documentation.details = text.flatMap {
        $0.isEmpty || $0.folded == summary ? nil : $0.paragraphed
      }
    } else if let text, !text.isEmpty {
      let (first, rest) = text.firstSentence
      documentation.summary = first
      documentation.details = rest.isEmpty ? nil : rest.paragraphed
    }
    if node.flag("deprecated") {
      documentation.deprecation =
        node["x-sunset"]?.string.map { "It is going to be removed on \($0)." }
        ?? "The description of the API marks it as deprecated."
    }
    return documentation
  }

  /// Returns the examples of a schema or of the content of a body.
  func examples(of node: DocumentNode) -> [JSONExample] {
    if let examples = node["examples"]?.object {
      return examples.members.compactMap { member in
        guard let value = document.resolved(member.value)?["value"] else { return nil }
        let name = member.value.flag("x-unnamed") ? nil : member.name
        return JSONExample(name: name, json: DocumentWriter.compactJSON(value))
      }
    }
    if let examples = node["examples"]?.array {
      let names = node["x-example-names"]?.elements.compactMap(\.string) ?? []
      return examples.enumerated().map { index, example in
        let name = names.indices.contains(index) && !names[index].isEmpty ? names[index] : nil
        return JSONExample(name: name, json: DocumentWriter.compactJSON(example))
      }
    }
    return node["example"].map { [JSONExample(json: DocumentWriter.compactJSON($0))] } ?? []
  }
}

extension String {
  /// The text without the characters that definitions cannot contain.
  fileprivate var asDefinitionText: String {
    let scalars = unicodeScalars.filter { $0 == "\n" || $0 == "\t" || !$0.isControl }
    return String(String.UnicodeScalarView(scalars)).trimmed
  }

  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }

  /// The text in one line.
  var folded: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The paragraphs in one line each, with empty lines between them.
  fileprivate var paragraphed: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0.allSatisfy(\.isWhitespace) }
      .map { $0.joined(separator: " ").folded }.joined(separator: "\n\n")
  }

  /// The first sentence in one line, and the rest.
  fileprivate var firstSentence: (String, String) {
    var end = endIndex
    for index in indices {
      let next = self.index(after: index)
      if self[index] == "\n", next < endIndex, self[next] == "\n" {
        end = index
        break
      }
      let ends = next == endIndex || self[next].isWhitespace
      if ".!?".contains(self[index]), ends, !endsInAbbreviation(at: index) {
        end = next
        break
      }
    }
    return (String(self[..<end]).folded, String(self[end...]).trimmed)
  }

  /// Whether the full stop at an index ends `e.g.`, `i.e.`, or the like.
  private func endsInAbbreviation(at index: String.Index) -> Bool {
    let word = self[..<index].split(whereSeparator: \.isWhitespace).last ?? ""
    return ["e.g", "i.e", "etc", "vs", "cf"].contains(word.lowercased().filter { $0 != "(" })
  }
}
