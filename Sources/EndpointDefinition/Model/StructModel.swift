public import EndpointModel

/// A JSON object with known fields.
public struct StructModel: Sendable {
  /// Its name.
  public var name: String
  /// The documentation of the type.
  public var documentation: Documentation
  /// The fields, those of included structs among them.
  public var fields: [FieldModel]
  /// Values in JSON, to show and to test with.
  public var examples: [ExampleModel]
  /// The location of the declaration.
  public var location: SourceLocation

  /// Creates a struct's model.
  public init(
    name: String, documentation: Documentation = .init(), fields: [FieldModel],
    examples: [ExampleModel] = [], location: SourceLocation
  ) {
    self.name = name
    self.documentation = documentation
    self.fields = fields
    self.examples = examples
    self.location = location
  }
}

/// A field of a JSON object.
public struct FieldModel: Sendable {
  /// Its name in JSON.
  public var name: String
  /// The name in Swift; `nil` for the default.
  public var swiftName: String?
  /// The type.
  public var type: TypeReference
  /// The unit of a numeric `Date` or `Duration`; `nil` for ISO 8601 dates.
  public var unit: TimeUnit?
  /// Whether it is always there.
  public var isRequired: Bool
  /// Whether null is a value of its own, other than absence.
  public var isNullable: Bool
  /// Whether its value is stored apart, so that a type can contain itself.
  public var isIndirect: Bool
  /// The documentation.
  public var documentation: Documentation
  /// The location of the declaration.
  public var location: SourceLocation

  /// Creates a field's model.
  public init(
    name: String, swiftName: String? = nil, type: TypeReference, unit: TimeUnit? = nil,
    isRequired: Bool = false, isNullable: Bool = false, isIndirect: Bool = false,
    documentation: Documentation = .init(), location: SourceLocation
  ) {
    self.name = name
    self.swiftName = swiftName
    self.type = type
    self.unit = unit
    self.isRequired = isRequired
    self.isNullable = isNullable
    self.isIndirect = isIndirect
    self.documentation = documentation
    self.location = location
  }
}
