/// Which elements the language has, and which attributes and children each may have.
///
/// The checker, the schema and the formatter all read this one table.
enum Grammar {
  /// The namespace of version 1 of the language.
  static let namespace = "urn:endpoint-definitions:1"

  /// The elements that a file may begin with.
  static let roots = ["api", "endpoints", "types", "errors"]

  /// What may be on and in an element.
  struct Rule {
    /// What the element says.
    var summary: String
    var attributes: [Attribute] = []
    /// The children that may be at most once.
    var single: [String] = []
    /// The children that may be any number of times.
    var repeated: [String] = []
    /// Whether its content is text.
    var isText = false

    var children: [String] { single + repeated }
  }

  /// An attribute that an element may have.
  struct Attribute {
    /// What its value may be.
    enum Kind {
      case text
      case bool
      case integer
      case number
      /// One of several words, of which the resolver says more than the grammar could.
      case choice([String])
    }

    var name: String
    var kind: Kind
    var isRequired: Bool
    /// What the attribute says.
    var summary: String

    static func required(_ name: String, _ kind: Kind = .text, _ summary: String) -> Attribute {
      Attribute(name: name, kind: kind, isRequired: true, summary: summary)
    }

    static func optional(_ name: String, _ kind: Kind = .text, _ summary: String) -> Attribute {
      Attribute(name: name, kind: kind, isRequired: false, summary: summary)
    }
  }

  /// The elements that an element may be in, sorted.
  static func parents(of name: String) -> [String] {
    rules.filter { $0.value.children.contains(name) }.keys.sorted()
  }

  /// The rules by the elements' names; a name means the same wherever it is.
  static let rules: [String: Rule] = fileRules.merging(endpointRules) { a, _ in a }
    .merging(typeRules) { a, _ in a }
}
