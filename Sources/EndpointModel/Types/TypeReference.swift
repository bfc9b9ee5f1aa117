/// A use of a type.
public indirect enum TypeReference: Hashable, Sendable, CustomStringConvertible {
  /// A type of the definition language itself.
  case scalar(ScalarType)
  /// A type that a definition file declares.
  case named(String)
  /// A list of values.
  case list(TypeReference)
  /// A JSON object whose fields all have one type.
  case map(TypeReference)

  /// The type in Swift's notation: `String`, `[RestoreJob]`, `[String: Int]`.
  public var description: String {
    switch self {
    case .scalar(let scalar): scalar.rawValue
    case .named(let name): name
    case .list(let element): "[\(element)]"
    case .map(let value): "[String: \(value)]"
    }
  }

  /// Whether it is a list.
  public var isList: Bool { if case .list = self { true } else { false } }

  /// The type of the elements of a list; the type itself if it is not a list.
  public var element: TypeReference { if case .list(let element) = self { element } else { self } }
}

extension TypeReference {
  /// Creates the reference that has a description.
  package init(_ description: some StringProtocol) {
    guard description.hasPrefix("["), description.hasSuffix("]") else {
      let name = String(description)
      self = ScalarType(rawValue: name).map { .scalar($0) } ?? .named(name)
      return
    }
    let inner = description.dropFirst().dropLast()
    let key = "String: "
    self =
      inner.hasPrefix(key) ? .map(Self(inner.dropFirst(key.count))) : .list(Self(inner))
  }

  /// A string.
  public static let string = scalar(.string)
  /// `true` or `false`.
  public static let bool = scalar(.bool)
  /// An integer of the platform's word size.
  public static let int = scalar(.int)
  /// An integer of 64 bits.
  public static let int64 = scalar(.int64)
  /// A floating-point number.
  public static let double = scalar(.double)
  /// A decimal number with its exact value.
  public static let decimal = scalar(.decimal)
  /// A point in time.
  public static let date = scalar(.date)
  /// A duration.
  public static let duration = scalar(.duration)
  /// A URL.
  public static let url = scalar(.url)
  /// An identifier.
  public static let objectID = scalar(.objectID)
  /// Bytes.
  public static let data = scalar(.data)
  /// Any JSON value.
  public static let json = scalar(.json)
}
