import EndpointModel

/// Writes a document as indented JSON or as YAML.
package enum DocumentWriter {
  /// A notation for documents.
  package enum Format: String, CaseIterable, Sendable {
    case json
    case yaml
  }

  /// Returns the text of a document, with a line feed at its end.
  package static func text(of node: DocumentNode, as format: Format) -> String {
    var text = ""
    switch format {
    case .json:
      writeJSON(node, indent: 0, to: &text)
      text += "\n"
    case .yaml:
      writeYAML(node, indent: 0, to: &text)
    }
    return text
  }

  private static func writeJSON(_ node: DocumentNode, indent: Int, to text: inout String) {
    let inner = "\n" + String(repeating: "  ", count: indent + 1)
    let outer = "\n" + String(repeating: "  ", count: indent)
    switch node.content {
    case .array(let nodes) where nodes.isEmpty: text += "[]"
    case .object(let object) where object.members.isEmpty: text += "{}"
    case .array(let nodes):
      text += "["
      for (index, node) in nodes.enumerated() {
        text += (index == 0 ? "" : ",") + inner
        writeJSON(node, indent: indent + 1, to: &text)
      }
      text += outer + "]"
    case .object(let object):
      text += "{"
      for (index, member) in object.members.enumerated() {
        text += (index == 0 ? "" : ",") + inner + member.name.quotedAsJSON + ": "
        writeJSON(member.value, indent: indent + 1, to: &text)
      }
      text += outer + "}"
    default: text += node.scalarJSON
    }
  }

  /// Writes block collections; what precedes them on their line is written.
  private static func writeYAML(_ node: DocumentNode, indent: Int, to text: inout String) {
    let spaces = String(repeating: "  ", count: indent)
    switch node.content {
    case .object(let object):
      for member in object.members {
        text += "\(spaces)\(member.name.asYAML):"
        writeYAMLValue(member.value, indent: indent, to: &text)
      }
    case .array(let nodes):
      for node in nodes {
        text += "\(spaces)-"
        writeYAMLValue(node, indent: indent, to: &text)
      }
    default: text += node.scalarYAML + "\n"
    }
  }

  private static func writeYAMLValue(_ node: DocumentNode, indent: Int, to text: inout String) {
    switch node.content {
    case .array(let nodes) where nodes.isEmpty: text += " []\n"
    case .object(let object) where object.members.isEmpty: text += " {}\n"
    case .array, .object:
      text += "\n"
      writeYAML(node, indent: indent + 1, to: &text)
    default: text += " \(node.scalarYAML)\n"
    }
  }
}

extension DocumentNode {
  fileprivate var scalarJSON: String {
    switch content {
    case .string(let text): text.quotedAsJSON
    default: scalarText ?? "null"
    }
  }

  fileprivate var scalarYAML: String {
    switch content {
    case .string(let text): text.asYAML
    default: scalarText ?? "null"
    }
  }
}

extension String {
  /// The string as a YAML scalar: plain where no reader can take it for something else.
  fileprivate var asYAML: String {
    let words: Set = [
      "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf",
    ]
    let isPlain =
      utf8.first.map(\.isLetter) ?? false
      && utf8.allSatisfy {
        $0.isLetter || $0.isDigit || "_-./+ ,;()'".utf8.contains($0)
      } && !hasSuffix(" ") && !words.contains(lowercased())
    return isPlain ? self : quotedAsJSON
  }
}

extension DocumentWriter {
  /// Returns the JSON of a document without white space.
  static func compactJSON(_ node: DocumentNode) -> String {
    switch node.content {
    case .array(let nodes): "[" + nodes.map(compactJSON).joined(separator: ",") + "]"
    case .object(let object):
      "{"
        + object.members.map { $0.name.quotedAsJSON + ":" + compactJSON($0.value) }
        .joined(separator: ",") + "}"
    default: node.scalarJSON
    }
  }
}
