/// One of several JSON objects; an unknown one may come and is kept.
public struct UnionModel: Sendable {
  /// Its name.
  public var name: String
  /// The documentation of the type.
  public var documentation: Documentation
  /// How the variant of a JSON object is selected.
  public var selection: Selection
  /// The variants, as declared; never empty.
  public var variants: [Variant]
  /// The fields that all variants have.
  public var sharedFields: [FieldModel]
  /// The location of the declaration.
  public var location: SourceLocation

  /// How the variant of a JSON object is selected.
  public enum Selection: Hashable, Sendable {
    /// By the value of one field, which the union writes.
    case discriminator(String)
    /// By shape: the first variant of which all required fields are present.
    case shape
  }

  /// One of the types.
  public struct Variant: Sendable {
    /// The value of the discriminator; `nil` in a union by shape.
    public var value: String?
    /// The name of its struct or union.
    public var type: String
    /// The name in Swift; `nil` for the default.
    public var swiftName: String?
    /// The documentation.
    public var documentation: Documentation
    /// The required fields of its struct, which select it by shape.
    public var requiredFields: [String]
    /// Whether its value is stored apart, so that a type can contain itself.
    public var isIndirect: Bool
    /// The location of the declaration.
    public var location: SourceLocation

    /// Creates a variant.
    public init(
      value: String? = nil, type: String, swiftName: String? = nil,
      documentation: Documentation = .init(), requiredFields: [String] = [],
      isIndirect: Bool = false, location: SourceLocation
    ) {
      self.value = value
      self.type = type
      self.swiftName = swiftName
      self.documentation = documentation
      self.requiredFields = requiredFields
      self.isIndirect = isIndirect
      self.location = location
    }
  }

  /// Creates a union's model.
  public init(
    name: String, documentation: Documentation = .init(), selection: Selection,
    variants: [Variant], sharedFields: [FieldModel] = [], location: SourceLocation
  ) {
    self.name = name
    self.documentation = documentation
    self.selection = selection
    self.variants = variants
    self.sharedFields = sharedFields
    self.location = location
  }
}
