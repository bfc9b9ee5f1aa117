import EndpointDefinition
import EndpointModel
import Foundation

extension MarkupElement {
  /// Creates an element with the attributes that have values.
  init(_ name: String, _ attributes: [(String, String?)]) {
    self.init(name: name, attributes: [])
    for (name, value) in attributes { set(name, value) }
  }

  /// Adds an attribute if it has a value.
  mutating func set(_ name: String, _ value: String?) {
    guard let value else { return }
    attributes.append((name, value.escapedForAttribute))
  }

  /// Adds the attributes of the content of a body or a response.
  mutating func set(_ payload: Payload, contentType: String?) {
    switch payload {
    case .json(let type):
      set("type", type.description)
      set("content-type", contentType)
    case .text, .data:
      set("type", payload.description)
      set("content-type", contentType)
      if contentType?.isJSONMediaType ?? true { set("json", "false") }
    case .stream:
      set("content-type", contentType)
      set("stream", "true")
    }
  }

  /// Adds the attributes of constraints.
  mutating func set(_ constraints: ParameterConstraints) {
    set("pattern", constraints.pattern)
    set("minimum", constraints.minimum?.decimal)
    set("maximum", constraints.maximum?.decimal)
    set("min-length", constraints.minLength.map(String.init))
    set("max-length", constraints.maxLength.map(String.init))
    set("min-items", constraints.minItems.map(String.init))
    set("max-items", constraints.maxItems.map(String.init))
    set("unique-items", constraints.uniqueItems ? "true" : nil)
    set("values", constraints.values.isEmpty ? nil : constraints.values.joined(separator: " "))
  }

  mutating func add(_ child: MarkupElement) { children.append(.element(child)) }

  /// Adds an element with text.
  mutating func add(text: String, as name: String, _ attributes: [(String, String?)] = []) {
    var child = MarkupElement(name, attributes)
    child.children = [.text(text.escapedForText)]
    add(child)
  }

  /// Adds the attribute and the elements of documentation.
  mutating func add(_ documentation: Documentation) {
    if let summary = documentation.summary, !summary.isEmpty { set("summary", summary) }
    if let details = documentation.details, !details.isEmpty {
      add(text: details, as: "description")
    }
    guard documentation.deprecation != nil || documentation.replacement != nil else { return }
    add(
      text: documentation.deprecation ?? "", as: "deprecated",
      [("replacement", documentation.replacement)])
  }

  /// Adds an example with indented JSON.
  mutating func add(_ example: JSONExample) {
    guard let node = try? JSONDocumentParser.parse(Array(example.json.utf8), file: "") else {
      return
    }
    add(
      text: DocumentWriter.text(of: node, as: .json), as: "example", [("name", example.name)])
  }
}

extension String {
  fileprivate var escapedForText: String {
    contains { $0 == "&" || $0 == "<" || $0 == ">" }
      ? replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      : self
  }

  fileprivate var escapedForAttribute: String {
    contains { $0 == "&" || $0 == "<" || $0 == "\"" || $0 == "\t" || $0 == "\n" || $0 == "\r" }
      ? replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
        .replacing("\t", with: "&#9;").replacing("\n", with: "&#10;").replacing("\r", with: "&#13;")
      : self
  }
}

extension Double {
  /// The number without an exponent.
  var decimal: String {
    if let integer = Int64(exactly: self) { return String(integer) }
    let text = String(self)
    guard text.contains("e") else { return text }
    return String(format: "%f", self)
  }
}
