/// A type that a definition file declares.
public enum TypeModel: Sendable {
  /// A JSON object with known members.
  case structure(StructModel)
  /// A string of which some values are known.
  case enumeration(EnumModel)
  /// One of several types.
  case union(UnionModel)

  /// The type's name.
  public var name: String {
    switch self {
    case .structure(let model): model.name
    case .enumeration(let model): model.name
    case .union(let model): model.name
    }
  }
}

/// A JSON object with known members.
public struct StructModel: Sendable {
  /// Its name.
  public var name: String
  /// What it stands for.
  public var documentation: Documentation
  /// Its members, as declared.
  public var fields: [FieldModel]
  /// Where it is declared.
  public var location: SourceLocation

  /// Makes a struct's model.
  public init(
    name: String, documentation: Documentation = .init(), fields: [FieldModel],
    location: SourceLocation
  ) {
    self.name = name
    self.documentation = documentation
    self.fields = fields
    self.location = location
  }
}

/// A member of a JSON object.
public struct FieldModel: Sendable {
  /// Its name in JSON.
  public var name: String
  /// Its name in Swift, where the author chose one.
  public var swiftName: String?
  /// Its type.
  public var type: TypeReference
  /// Whether it is always there.
  public var isRequired: Bool
  /// What it means.
  public var documentation: Documentation

  /// Makes a field's model.
  public init(
    name: String, swiftName: String? = nil, type: TypeReference, isRequired: Bool = false,
    documentation: Documentation = .init()
  ) {
    self.name = name
    self.swiftName = swiftName
    self.type = type
    self.isRequired = isRequired
    self.documentation = documentation
  }
}

/// A string of which some values are known; others may come and are kept.
public struct EnumModel: Sendable {
  /// Its name.
  public var name: String
  /// What it stands for.
  public var documentation: Documentation
  /// The known values, as declared; never empty.
  public var cases: [Case]
  /// Where it is declared.
  public var location: SourceLocation

  /// One known value.
  public struct Case: Sendable {
    /// The string on the wire.
    public var value: String
    /// Its name in Swift, where the author chose one.
    public var swiftName: String?
    /// What it means.
    public var documentation: Documentation

    /// Makes a case.
    public init(value: String, swiftName: String? = nil, documentation: Documentation = .init()) {
      self.value = value
      self.swiftName = swiftName
      self.documentation = documentation
    }
  }

  /// Makes an enum's model.
  public init(
    name: String, documentation: Documentation = .init(), cases: [Case], location: SourceLocation
  ) {
    self.name = name
    self.documentation = documentation
    self.cases = cases
    self.location = location
  }
}

/// One of several JSON objects; an unknown one may come and is kept.
public struct UnionModel: Sendable {
  /// Its name.
  public var name: String
  /// What it stands for.
  public var documentation: Documentation
  /// How to tell which variant a JSON object is.
  public var selection: Selection
  /// The variants, as declared; never empty.
  public var variants: [Variant]
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

    /// Makes a variant.
    public init(
      value: String? = nil, type: String, swiftName: String? = nil,
      documentation: Documentation = .init(), requiredFields: [String] = []
    ) {
      self.value = value
      self.type = type
      self.swiftName = swiftName
      self.documentation = documentation
      self.requiredFields = requiredFields
    }
  }

  /// Makes a union's model.
  public init(
    name: String, documentation: Documentation = .init(), selection: Selection,
    variants: [Variant], location: SourceLocation
  ) {
    self.name = name
    self.documentation = documentation
    self.selection = selection
    self.variants = variants
    self.location = location
  }
}
