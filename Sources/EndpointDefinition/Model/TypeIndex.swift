package import EndpointModel

/// The declared types of a model by their names.
package struct TypeIndex {
  private let types: [String: TypeModel]
  /// Creates examples where the definition has none.
  package let examples: ExampleMaker

  package init(_ api: APIModel) {
    examples = ExampleMaker(api, showsAll: true)
    types = Dictionary(api.types.map { ($0.name, $0) }) { first, _ in first }
  }

  /// A type with its outermost aliases replaced by what they name.
  package func underlying(_ type: TypeReference) -> TypeReference {
    var type = type
    // The reader rejects aliases that go round in a circle.
    while case .named(let name) = type, case .alias(let model) = types[name] { type = model.type }
    return type
  }

  /// Whether a type is a duration.
  package func isDuration(_ type: TypeReference) -> Bool { underlying(type) == .scalar(.duration) }

  /// Whether a type is a list.
  package func isList(_ type: TypeReference) -> Bool {
    if case .list = underlying(type) { true } else { false }
  }

  /// The type of one value of a list, or of a value, without aliases.
  package func element(_ type: TypeReference) -> TypeReference {
    if case .list(let element) = underlying(type) { underlying(element) } else { underlying(type) }
  }

  /// The struct that a type is, if it is one.
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

  /// The name of the enum that a type is, or has for its elements.
  package func enumeration(_ type: TypeReference) -> String? {
    switch underlying(type) {
    case .named(let name) where isEnumeration(type): name
    case .list(let element): enumeration(element)
    default: nil
    }
  }

  /// The values of the cases of an enum; empty for other types.
  package func cases(_ type: TypeReference) -> [String] {
    guard case .named(let name) = underlying(type), case .enumeration(let model) = types[name]
    else {
      return []
    }
    return model.cases.map(\.value)
  }

  /// Whether a type is a date, or has dates for its elements.
  package func hasDates(_ type: TypeReference) -> Bool {
    switch underlying(type) {
    case .scalar(let scalar): scalar == .date
    case .named: false
    case .list(let element), .map(let element): hasDates(element)
    }
  }

  /// Whether a type is, or has for its elements, one of Foundation's.
  package func mentionsFoundation(_ type: TypeReference) -> Bool {
    switch underlying(type) {
    case .scalar(.date), .scalar(.url), .scalar(.decimal), .scalar(.data): true
    case .scalar, .named: false
    case .list(let element), .map(let element): mentionsFoundation(element)
    }
  }
}
