/// The description of a declared type in a catalog.
public struct TypeDescriptor: Hashable, Sendable {
  /// The name, unique in its API.
  public var name: String
  /// The documentation.
  public var documentation: Documentation
  /// The kind of the type with its parts.
  public var kind: Kind

  /// The kind of a type.
  public enum Kind: Hashable, Sendable {
    /// A JSON object with known fields.
    case structure([FieldDescriptor])
    /// A string with known values. A server may accept and send others.
    case enumeration([CaseDescriptor])
    /// One of several JSON objects.
    case union(UnionDescriptor)
    /// Another name of a type.
    case alias(TypeReference)
  }

  /// Creates a descriptor.
  public init(name: String, documentation: Documentation = .init(), kind: Kind) {
    self.name = name
    self.documentation = documentation
    self.kind = kind
  }

  /// The fields of a struct; empty for other types.
  public var fields: [FieldDescriptor] {
    if case .structure(let fields) = kind { fields } else { [] }
  }

  /// The known values of an enum; empty for other types.
  public var cases: [CaseDescriptor] {
    if case .enumeration(let cases) = kind { cases } else { [] }
  }
}

/// The description of a field of a JSON object.
public struct FieldDescriptor: Hashable, Sendable {
  /// The name in JSON.
  public var name: String
  /// The name in Swift.
  public var swiftName: String
  /// The type.
  public var type: TypeReference
  /// The unit of a numeric date or duration; `nil` for dates in ISO 8601 and for other types.
  public var unit: TimeUnit?
  /// Whether the field is always present.
  public var isRequired: Bool
  /// Whether null differs from absence.
  public var isNullable: Bool
  /// The messages that have the field; `nil` for both requests and responses.
  public var access: FieldAccess?
  /// Whether the value is a secret.
  public var isSensitive: Bool
  /// The constraints of the value, or of each item of a list.
  public var constraints: ParameterConstraints
  /// The documentation.
  public var documentation: Documentation

  /// Creates a descriptor.
  public init(
    name: String, swiftName: String, type: TypeReference, unit: TimeUnit? = nil,
    isRequired: Bool = false, isNullable: Bool = false, access: FieldAccess? = nil,
    isSensitive: Bool = false, constraints: ParameterConstraints = .init(),
    documentation: Documentation = .init()
  ) {
    self.name = name
    self.swiftName = swiftName
    self.type = type
    self.unit = unit
    self.isRequired = isRequired
    self.isNullable = isNullable
    self.access = access
    self.isSensitive = isSensitive
    self.constraints = constraints
    self.documentation = documentation
  }
}

/// The description of a known value of an enum.
public struct CaseDescriptor: Hashable, Sendable {
  /// The string on the wire.
  public var value: String
  /// The documentation.
  public var documentation: Documentation

  /// Creates a descriptor.
  public init(value: String, documentation: Documentation = .init()) {
    self.value = value
    self.documentation = documentation
  }
}

/// The description of the variants of a union.
public struct UnionDescriptor: Hashable, Sendable {
  /// The field whose value selects the variant; `nil` if the first variant is selected whose required
  /// fields are all present.
  public var discriminator: String?
  /// The variants, in order.
  public var variants: [Variant]

  /// A variant of a union.
  public struct Variant: Hashable, Sendable {
    /// The value of the discriminator; `nil` in a union without one.
    public var value: String?
    /// The name of the struct or union.
    public var type: String
    /// The documentation.
    public var documentation: Documentation

    /// Creates a variant.
    public init(
      value: String? = nil, type: String, documentation: Documentation = .init()
    ) {
      self.value = value
      self.type = type
      self.documentation = documentation
    }
  }

  /// Creates a descriptor.
  public init(discriminator: String? = nil, variants: [Variant]) {
    self.discriminator = discriminator
    self.variants = variants
  }
}
