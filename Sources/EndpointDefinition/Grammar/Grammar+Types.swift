extension Grammar {
  private static let name = Attribute.required("name", "The name, unique in the module.")

  /// The rules of declared types.
  static let typeRules: [String: Rule] = [
    "struct": Rule(
      summary: "A JSON object with known fields. Unknown fields are ignored.", attributes: [name],
      single: documented, repeated: ["include", "field", "example"]),
    "include": Rule(
      summary: "Includes all fields of another struct.",
      attributes: [.required("type", "The other struct.")]),
    "field": Rule(
      summary: "A field of a JSON object.",
      attributes: [
        .required("name", "The name in JSON."), .required("type", "Its type."),
        .optional("required", .bool, "Whether the field is always present."),
        .optional("nullable", .bool, "Whether null differs from absence."),
        .optional(
          "indirect", .bool,
          "Whether the value is stored indirectly, so that a type can contain itself."
        ),
        unit, swiftName,
      ] + collection, single: documented),
    "enum": Rule(
      summary: "A string enumeration with known values, which keeps others.",
      attributes: [name], single: documented, repeated: ["case"]),
    "case": Rule(
      summary: "A known value.",
      attributes: [.required("value", "The string on the wire."), swiftName], single: documented),
    "union": Rule(
      summary: "One of several JSON objects. An unknown one is kept.",
      attributes: [
        name,
        .optional(
          "discriminator",
          "The field that selects the variant. Without it, the required fields select it."
        ),
      ], single: documented, repeated: ["variant"]),
    "variant": Rule(
      summary: "A variant.",
      attributes: [
        .optional("value", "The value of the discriminator."),
        .required("type", "A struct or a union."),
        .optional(
          "indirect", .bool,
          "Whether the value is stored indirectly, so that a type can contain itself."
        ),
        swiftName,
      ], single: documented),
    "alias": Rule(
      summary: "An alias of a type, such as a list of lists.",
      attributes: [name, .required("type", "The aliased type.")] + collection,
      single: documented),
  ]
}
