/// The tables of the language's reference, in Markdown.
///
/// They are written from the grammar of the reader, so that they never differ from it.
package enum DefinitionReference {
  /// A table of the attributes and children of each element.
  package static var markdown: String {
    let names = Grammar.roots + Grammar.rules.keys.filter { !Grammar.roots.contains($0) }.sorted()
    return names.compactMap { name in Grammar.rules[name].map { section(name, $0) } }
      .joined(separator: "\n\n") + "\n"
  }

  private static func section(_ name: String, _ rule: Grammar.Rule) -> String {
    var lines = ["### `<\(name)>`", "", rule.summary]
    if !rule.attributes.isEmpty {
      lines += ["", "| attribute | value | meaning |", "|---|---|---|"]
      lines += rule.attributes.map { attribute in
        "| `\(attribute.name)`\(attribute.isRequired ? ", required" : "") | \(attribute.form.words) | \(attribute.summary.replacing("|", with: "\\|")) |"
      }
    }
    if !rule.children.isEmpty {
      let single = rule.single.map { "`<\($0)>`" }
      let repeated = rule.repeated.map { "`<\($0)>`s" }
      lines += ["", "Children: " + (single + repeated).joined(separator: ", ") + "."]
    }
    if rule.isText { lines += ["", "Its content is text."] }
    return lines.joined(separator: "\n")
  }
}

extension AttributeForm {
  /// The form in the reference.
  fileprivate var words: String {
    switch self {
    case .text: "text"
    case .bool: "`true`, `false`"
    case .integer: "integer"
    case .number: "number"
    case .choice(let values): values.map { "`\($0)`" }.joined(separator: ", ")
    }
  }
}
