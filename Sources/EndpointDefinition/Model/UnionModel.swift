/// One of several JSON objects; an unknown one may come and is kept.
public struct UnionModel: Sendable {
  /// Its name.
  public var name: String
  /// What it represents.
  public var documentation: Documentation
  /// How to tell which variant a JSON object is.
  public var selection: Selection
  /// The variants, as declared; never empty.
  public var variants: [Variant]
  /// The fields that all variants have.
  public var sharedFields: [FieldModel]
  /// Where it is declared.
  public var location: SourceLocation

  /// How to tell which variant a JSON object is.
  public enum Selection: Hashable, Sendable {
    /// By the value of one member, which is written for the variant and need not be a field of it.
    case discriminator(String)
    /// By the members that are there: the first variant of which all required fields are present.
    case shape
  }

  /// One of the types.
  public struct Variant: Sendable {
    /// The discriminator's value; absent in a union by shape.
    public var value: String?
    /// The name of its struct or union.
    public var type: String
    /// Its name in Swift, where the author chose one.
    public var swiftName: String?
    /// What it means.
    public var documentation: Documentation
    /// The members that tell it by shape: the required fields of its struct, by their names in JSON.
    public var requiredFields: [String]
    /// Whether its value is stored apart, so that a type can contain itself.
    public var isIndirect: Bool
    /// Where it is declared.
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
