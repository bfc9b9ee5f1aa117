extension DocumentNode {
  /// The JSON type that a schema describes.
  enum SchemaKind {
    case object, array, string, integer, number, boolean
    /// Values of several types.
    case several
    /// Any value.
    case any
  }

  /// The JSON type of a schema, also where only other keywords indicate it.
  var kind: SchemaKind {
    let names =
      (self["type"].map { $0.string.map { [$0] } ?? $0.elements.compactMap(\.string) } ?? [])
      .filter { $0 != "null" }
    switch names {
    case ["object"]: return .object
    case ["array"]: return .array
    case ["string"]: return .string
    case ["integer"]: return .integer
    case ["number"], ["integer", "number"], ["number", "integer"]: return .number
    case ["boolean"]: return .boolean
    case []:
      if self["properties"] != nil || self["additionalProperties"] != nil { return .object }
      if self["items"] != nil { return .array }
      return .any
    default: return .several
    }
  }

  /// Whether a schema accepts null.
  var isNullableSchema: Bool {
    if flag("nullable") { return true }
    if self["type"]?.elements.contains("null") == true || self["type"]?.string == "null" {
      return true
    }
    if self["enum"]?.elements.contains(where: \.isNull) == true { return true }
    return ["oneOf", "anyOf"].contains { keyword in
      self[keyword]?.elements.contains { $0["type"]?.string == "null" } ?? false
    }
  }

  /// The values of `enum` or `const` other than null; `nil` for other schemas.
  var knownValues: [DocumentNode]? {
    if let value = self["const"], !value.isNull { return [value] }
    let values = self["enum"]?.elements.filter { !$0.isNull } ?? []
    return values.isEmpty ? nil : values
  }

  /// The schemas of `oneOf` or `anyOf` other than null; `nil` if there are none.
  func variants(in document: OpenAPIDocument) -> [DocumentNode]? {
    for keyword in ["oneOf", "anyOf"] {
      let variants = (self[keyword]?.elements ?? []).filter { variant in
        variant["type"]?.string != "null" && !variant.isNull
          && !(variant["enum"]?.elements.allSatisfy(\.isNull) ?? false)
      }
      // Variants that only name required properties constrain the properties beside them.
      let constrains = variants.allSatisfy { variant in
        variant.members.allSatisfy {
          ["required", "not", "description", "title"].contains($0.name)
        }
      }
      if !variants.isEmpty, !constrains { return variants }
    }
    return nil
  }
}
