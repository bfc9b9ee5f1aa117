package import EndpointModel

/// The declared types of a model by their names.
package struct TypeIndex {
  private let types: [String: TypeModel]
  /// Generates examples for types without one.
  package let examples: ExampleMaker

  package init(_ api: APIModel) {
    examples = ExampleMaker(api, showsAll: true)
    types = Dictionary(api.types.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Returns a type without its outermost aliases.
  package func underlying(_ type: TypeReference) -> TypeReference {
    var type = type
    // The reader rejects cyclic aliases.
    while case .named(let name) = type, case .alias(let model) = types[name] { type = model.type }
    return type
  }

  /// Whether a type is a duration.
  package func isDuration(_ type: TypeReference) -> Bool { underlying(type) == .scalar(.duration) }

  /// Whether a type is a list.
  package func isList(_ type: TypeReference) -> Bool {
    if case .list = underlying(type) { true } else { false }
  }

  /// Returns the type of the elements of a list, or a type that is not a list, without aliases.
  package func element(_ type: TypeReference) -> TypeReference {
    if case .list(let element) = underlying(type) { underlying(element) } else { underlying(type) }
  }

  /// Returns the struct with a type's name; `nil` for other types.
  package func structure(_ type: TypeReference) -> StructModel? {
    guard case .named(let name) = underlying(type), case .structure(let model) = types[name] else {
      return nil
    }
    return model
  }

  /// Whether a type is an open enum.
  package func isEnumeration(_ type: TypeReference) -> Bool {
    guard case .named(let name) = underlying(type), case .enumeration = types[name] else {
      return false
    }
    return true
  }

  /// Returns the name of the enum that a type or its elements are; `nil` for other types.
  package func enumeration(_ type: TypeReference) -> String? {
    switch underlying(type) {
    case .named(let name) where isEnumeration(type): name
    case .list(let element): enumeration(element)
    default: nil
    }
  }

  /// Returns the values of an enum; empty for other types.
  package func cases(_ type: TypeReference) -> [String] {
    guard case .named(let name) = underlying(type), case .enumeration(let model) = types[name]
    else {
      return []
    }
    return model.cases.map(\.value)
  }

  /// Whether a type or its elements are dates.
  package func hasDates(_ type: TypeReference) -> Bool {
    switch underlying(type) {
    case .scalar(let scalar): scalar == .date
    case .named: false
    case .list(let element), .map(let element): hasDates(element)
    }
  }

  /// Whether a type or its elements are types of Foundation.
  package func mentionsFoundation(_ type: TypeReference) -> Bool {
    switch underlying(type) {
    case .scalar(.date), .scalar(.url), .scalar(.decimal), .scalar(.data): true
    case .scalar, .named: false
    case .list(let element), .map(let element): mentionsFoundation(element)
    }
  }
}
