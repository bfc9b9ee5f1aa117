extension Grammar {
  private static let name = Attribute.required("name", "Its name, unique in the module.")

  /// The rules of declared types.
  static let typeRules: [String: Rule] = [
    "struct": Rule(
      summary: "A JSON object with known members; unknown ones are ignored.", attributes: [name],
      single: documented, repeated: ["include", "field", "example"]),
    "include": Rule(
      summary: "All fields of another struct, as if they were declared here.",
      attributes: [.required("type", "The other struct.")]),
    "field": Rule(
      summary: "A member of a JSON object.",
      attributes: [
        .required("name", "Its name in JSON."), .required("type", "Its type."),
        .optional("required", .bool, "Whether it is always there."),
        .optional("nullable", .bool, "Whether null is a value of its own, other than absence."),
        .optional(
          "indirect", .bool, "Whether its value is stored apart, so that a type can contain itself."
        ),
        unit, swiftName,
      ] + collection, single: documented),
    "enum": Rule(
      summary: "A string of which some values are known; others are kept as they come.",
      attributes: [name], single: documented, repeated: ["case"]),
    "case": Rule(
      summary: "A known value.",
      attributes: [.required("value", "The string on the wire."), swiftName], single: documented),
    "union": Rule(
      summary: "One of several JSON objects; an unknown one is kept as it comes.",
      attributes: [
        name,
        .optional(
          "discriminator",
          "The field that selects the variant. Without it, the variants are told by their required fields."
        ),
      ], single: documented, repeated: ["variant"]),
    "variant": Rule(
      summary: "One of the objects.",
      attributes: [
        .optional("value", "The discriminator's value."),
        .required("type", "A struct or a union."),
        .optional(
          "indirect", .bool, "Whether its value is stored apart, so that a type can contain itself."
        ),
        swiftName,
      ], single: documented),
    "alias": Rule(
      summary: "Another name for a type, such as a list of lists.",
      attributes: [name, .required("type", "The type that it names.")] + collection,
      single: documented),
  ]
}
