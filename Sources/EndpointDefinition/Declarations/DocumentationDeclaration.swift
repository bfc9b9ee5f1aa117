/// What is said about a declaration: a summary, further paragraphs, and whether it is deprecated.
struct DocumentationDeclaration {
  let summary: String?
  let details: String?
  let deprecation: DeprecationDeclaration?

  init(_ element: XMLElement) {
    let attribute = element[Self.summary]?.value
    summary = (attribute ?? element.child("summary")?.text)?.foldingWhitespace
    details = element.child("description")?.paragraphs.joined(separator: "\n\n")
    deprecation = element.child("deprecated").map(DeprecationDeclaration.init)
  }

  static let summary: Attribute<String> = .optional(
    "summary", "A description in one sentence.")
  static let summaryRule = Grammar.Rule(
    summary: "A description in one sentence that has comments or CDATA; others are an attribute.",
    isText: true)
  static let descriptionRule = Grammar.Rule(
    summary: "Further paragraphs, separated by empty lines.", isText: true)
}

/// The reason for a deprecation.
struct DeprecationDeclaration {
  let reason: String
  let replacement: Located<String>?

  init(_ element: XMLElement) {
    reason = element.foldedText
    replacement = element[Self.replacement]
  }

  private static let replacement: Attribute<String> = .optional(
    "replacement", "The name of the endpoint or type that replaces it.")

  static let rule = Grammar.Rule(
    summary: "The reason for the deprecation.", attributes: [replacement], isText: true)
}

/// An example in JSON.
struct ExampleDeclaration {
  let name: String?
  let text: String
  let location: SourceLocation
  /// The location of the first character that is not white space; `nil` if there is none.
  let textLocation: SourceLocation?

  init(_ element: XMLElement) {
    name = element[Self.name]?.value
    text = element.text
    location = element.location
    textLocation = element.textLocation
  }

  private static let name: Attribute<String> = .optional("name", "The name of the example.")

  static let rule = Grammar.Rule(
    summary: "An example in JSON.", attributes: [name], isText: true)
}

extension String {
  /// The string with a space in place of each run of white space.
  var foldingWhitespace: String { words.joined(separator: " ") }
}

extension XMLElement {
  /// The text with a space in place of each run of white space.
  var foldedText: String { text.foldingWhitespace }

  /// The paragraphs of the text, which empty lines separate, each with its white space folded.
  var paragraphs: [String] { text.paragraphs.map { $0.joined(separator: " ") } }

  /// Whether it has an unknown child, which may be intended for a missing one.
  var hasUnknownChildren: Bool { children.contains { Grammar.rules[$0.name] == nil } }
}
