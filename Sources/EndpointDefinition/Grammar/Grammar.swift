/// The elements of the language with their attributes and children.
///
/// The checker, the schema, and the formatter use this table.
enum Grammar {
  /// The namespace of version 1 of the language.
  static let namespace = "urn:endpoint-definitions:1"

  /// The root elements of files.
  static let roots = ["api", "endpoints", "types", "errors"]

  /// The rule of an element: its attributes and children.
  struct Rule {
    /// The summary of the element.
    var summary: String
    var attributes: [Attribute] = []
    /// The children that may appear once.
    var single: [String] = []
    /// The children that may appear any number of times.
    var repeated: [String] = []
    /// Whether the content is text.
    var isText = false

    var children: [String] { single + repeated }
  }

  /// An attribute of an element.
  struct Attribute {
    /// The valid values of an attribute.
    enum Kind {
      case text
      case bool
      case integer
      case number
      /// One of several words. The resolver reports invalid ones with more detail.
      case choice([String])
    }

    var name: String
    var kind: Kind
    var isRequired: Bool
    /// The summary of the attribute.
    var summary: String

    static func required(_ name: String, _ kind: Kind = .text, _ summary: String) -> Attribute {
      Attribute(name: name, kind: kind, isRequired: true, summary: summary)
    }

    static func optional(_ name: String, _ kind: Kind = .text, _ summary: String) -> Attribute {
      Attribute(name: name, kind: kind, isRequired: false, summary: summary)
    }
  }

  /// The elements that can contain an element, sorted.
  static func parents(of name: String) -> [String] {
    rules.filter { $0.value.children.contains(name) }.keys.sorted()
  }

  /// The rules by element; an element means the same everywhere.
  static let rules: [String: Rule] = fileRules.merging(endpointRules) { a, _ in a }
    .merging(typeRules) { a, _ in a }
}
