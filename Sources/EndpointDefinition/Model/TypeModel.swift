public import EndpointModel

/// A type that a definition file declares.
public enum TypeModel: Sendable {
  /// A JSON object with known fields.
  case structure(StructModel)
  /// A string of which some values are known.
  case enumeration(EnumModel)
  /// One of several types.
  case union(UnionModel)
  /// Another name for a type.
  case alias(AliasModel)

  /// The type's name.
  public var name: String {
    switch self {
    case .structure(let model): model.name
    case .enumeration(let model): model.name
    case .union(let model): model.name
    case .alias(let model): model.name
    }
  }

  /// The location of the declaration.
  public var location: SourceLocation {
    switch self {
    case .structure(let model): model.location
    case .enumeration(let model): model.location
    case .union(let model): model.location
    case .alias(let model): model.location
    }
  }
}

/// Another name for a type, such as a list of lists.
public struct AliasModel: Sendable {
  /// Its name.
  public var name: String
  /// The documentation of the type.
  public var documentation: Documentation
  /// The type that it names.
  public var type: TypeReference
  /// The location of the declaration.
  public var location: SourceLocation

  /// Creates an alias's model.
  public init(
    name: String, documentation: Documentation = .init(), type: TypeReference,
    location: SourceLocation
  ) {
    self.name = name
    self.documentation = documentation
    self.type = type
    self.location = location
  }
}
