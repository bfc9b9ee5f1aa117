package import EndpointModel

/// A type that a definition file declares.
package enum TypeModel: Sendable {
  /// A JSON object with known fields.
  case structure(StructModel)
  /// A string enumeration with known values.
  case enumeration(EnumModel)
  /// One of several types.
  case union(UnionModel)
  /// An alias of a type.
  case alias(AliasModel)

  /// The name of the type.
  package var name: String {
    switch self {
    case .structure(let model): model.name
    case .enumeration(let model): model.name
    case .union(let model): model.name
    case .alias(let model): model.name
    }
  }

  /// The location of the declaration.
  package var location: SourceLocation {
    switch self {
    case .structure(let model): model.location
    case .enumeration(let model): model.location
    case .union(let model): model.location
    case .alias(let model): model.location
    }
  }
}

/// An alias of a type, such as a list of lists.
package struct AliasModel: Sendable {
  /// The name.
  package var name: String
  /// The documentation of the type.
  package var documentation: Documentation = .init()
  /// The aliased type.
  package var type: TypeReference
  /// The location of the declaration.
  package var location: SourceLocation
}
