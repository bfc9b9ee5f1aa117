package import EndpointModel

/// A JSON object with known fields.
package struct StructModel: Sendable {
  /// The name.
  package var name: String
  /// The documentation of the type.
  package var documentation: Documentation = .init()
  /// The fields, including those of included structs.
  package var fields: [FieldModel]
  /// Examples of the type in JSON.
  package var examples: [JSONExample] = []
  /// The location of the declaration.
  package var location: SourceLocation
}

/// A field of a JSON object.
package struct FieldModel: Sendable {
  /// The name in JSON.
  package var name: String
  /// The name in Swift; `nil` for the default.
  package var swiftName: String?
  /// The type.
  package var type: TypeReference
  /// The unit of a numeric `Date` or `Duration`; `nil` for ISO 8601 dates.
  package var unit: TimeUnit?
  /// Whether the field is always present.
  package var isRequired: Bool = false
  /// Whether null differs from absence.
  package var isNullable: Bool = false
  /// Whether the value is stored indirectly, so that a type can contain itself.
  package var isIndirect: Bool = false
  /// The messages that have the field; `nil` for both requests and responses.
  package var access: FieldAccess?
  /// Whether the value is a secret, which descriptions do not show.
  package var isSensitive: Bool = false
  /// The constraints of the value, or of each item of a list.
  package var constraints: ParameterConstraints = .init()
  /// The documentation.
  package var documentation: Documentation = .init()
  /// The location of the declaration.
  package var location: SourceLocation
}
