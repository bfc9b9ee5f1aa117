package import EndpointModel

/// A JSON object with known fields.
package struct StructModel: Sendable {
  /// Its name.
  package var name: String
  /// The documentation of the type.
  package var documentation: Documentation = .init()
  /// The fields, those of included structs among them.
  package var fields: [FieldModel]
  /// Values in JSON, to show and to test with.
  package var examples: [ExampleModel] = []
  /// The location of the declaration.
  package var location: SourceLocation
}

/// A field of a JSON object.
package struct FieldModel: Sendable {
  /// Its name in JSON.
  package var name: String
  /// The name in Swift; `nil` for the default.
  package var swiftName: String?
  /// The type.
  package var type: TypeReference
  /// The unit of a numeric `Date` or `Duration`; `nil` for ISO 8601 dates.
  package var unit: TimeUnit?
  /// Whether it is always there.
  package var isRequired: Bool = false
  /// Whether null is a value of its own, other than absence.
  package var isNullable: Bool = false
  /// Whether its value is stored apart, so that a type can contain itself.
  package var isIndirect: Bool = false
  /// The documentation.
  package var documentation: Documentation = .init()
  /// The location of the declaration.
  package var location: SourceLocation
}
