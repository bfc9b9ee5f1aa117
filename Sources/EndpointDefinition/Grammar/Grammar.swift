/// Which elements the language has, and which attributes and children each may have.
enum Grammar {
  /// The namespace of version 1 of the language.
  static let namespace = "urn:endpoint-definitions:1"

  /// The elements that a file may begin with.
  static let roots = ["api", "endpoints", "types"]

  /// What may stand on and in an element.
  struct Rule {
    var attributes: [Attribute] = []
    /// The children that may stand at most once.
    var single: [String] = []
    /// The children that may stand any number of times.
    var repeated: [String] = []
    /// Whether its content is text.
    var isText = false

    var children: [String] { single + repeated }
  }

  /// An attribute that an element may have.
  struct Attribute {
    enum Kind { case text, bool, integer }

    var name: String
    var kind: Kind
    var isRequired: Bool

    static func required(_ name: String, _ kind: Kind = .text) -> Attribute {
      Attribute(name: name, kind: kind, isRequired: true)
    }

    static func optional(_ name: String, _ kind: Kind = .text) -> Attribute {
      Attribute(name: name, kind: kind, isRequired: false)
    }
  }

  private static let documented = ["summary", "description", "deprecated"]
  private static let declarations = ["struct", "enum", "union"]
  private static let text = Rule(isText: true)
  private static let collection = [Attribute.optional("list", .bool), .optional("map", .bool)]

  /// The rules by the elements' names; a name means the same wherever it stands.
  static let rules: [String: Rule] = [
    "api": Rule(
      attributes: [.required("name"), .required("base-url")],
      single: ["summary", "description", "authentication", "envelope", "pagination", "error"],
      repeated: ["query-param"]),
    "endpoints": Rule(
      attributes: [.required("group")], single: ["summary", "description"],
      repeated: ["endpoint"] + declarations),
    "types": Rule(single: ["summary", "description"], repeated: declarations),
    "authentication": Rule(attributes: [.required("scheme")]),
    "envelope": Rule(attributes: [.required("switch"), .required("status"), .required("content")]),
    "pagination": Rule(attributes: [
      .required("page"), .required("size"), .optional("count"), .required("items"),
      .optional("total"), .optional("first-page", .integer), .required("default-size", .integer),
      .required("max-size", .integer),
    ]),
    "error": Rule(
      attributes: [
        .required("code"), .required("detail"), .optional("reason"), .optional("parameters"),
      ], repeated: ["hint"]),
    "hint": Rule(attributes: [.required("code")], isText: true),
    "endpoint": Rule(
      attributes: [
        .required("name"), .required("method"), .required("path"), .optional("paginated", .bool),
      ],
      single: documented + ["body", "response"], repeated: ["role", "path-param", "query-param"]),
    "path-param": Rule(
      attributes: [.required("name"), .required("type"), .optional("swift-name")],
      single: documented),
    "query-param": Rule(
      attributes: [
        .required("name"), .required("type"), .optional("list", .bool),
        .optional("required", .bool), .optional("default"), .optional("swift-name"),
      ], single: documented),
    "body": Rule(
      attributes: [.required("type"), .optional("required", .bool)] + collection),
    "response": Rule(attributes: [.required("status"), .optional("type")] + collection),
    "struct": Rule(
      attributes: [.required("name")], single: documented, repeated: ["field"]),
    "field": Rule(
      attributes: [
        .required("name"), .required("type"), .optional("required", .bool), .optional("swift-name"),
      ] + collection, single: documented),
    "enum": Rule(attributes: [.required("name")], single: documented, repeated: ["case"]),
    "case": Rule(attributes: [.required("value"), .optional("swift-name")], single: documented),
    "union": Rule(
      attributes: [.required("name"), .optional("discriminator")], single: documented,
      repeated: ["variant"]),
    "variant": Rule(
      attributes: [.optional("value"), .required("type"), .optional("swift-name")],
      single: documented),
    "summary": text, "description": text, "deprecated": text, "role": text,
  ]

  /// The elements that an element may stand in, sorted.
  static func parents(of name: String) -> [String] {
    rules.filter { $0.value.children.contains(name) }.keys.sorted()
  }
}
