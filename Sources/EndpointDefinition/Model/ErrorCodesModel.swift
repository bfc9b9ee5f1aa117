/// The error codes that an API is known to respond with.
public struct ErrorCodesModel: Sendable {
  /// The codes, as declared.
  public var codes: [Code]
  /// The error codes of responses without one, by status.
  public var statuses: [Status]

  /// Creates a list of codes.
  public init(codes: [Code] = [], statuses: [Status] = []) {
    self.codes = codes
    self.statuses = statuses
  }

  /// A code that error responses carry.
  public struct Code: Sendable {
    /// The code on the wire.
    public var value: String
    /// The status that it comes with, if it is known.
    public var status: Int?
    /// The name in Swift; `nil` for the default.
    public var swiftName: String?
    /// The documentation.
    public var documentation: Documentation
    /// A hint on how to fix it, in whole sentences.
    public var hint: String?
    /// The location of the declaration.
    public var location: SourceLocation

    /// Creates a code.
    public init(
      value: String, status: Int? = nil, swiftName: String? = nil,
      documentation: Documentation = .init(), hint: String? = nil, location: SourceLocation
    ) {
      self.value = value
      self.status = status
      self.swiftName = swiftName
      self.documentation = documentation
      self.hint = hint
      self.location = location
    }
  }

  /// A code for responses of a status that carry none, such as a proxy's.
  public struct Status: Hashable, Sendable {
    /// The status.
    public var value: Int
    /// The code, which is one of the list.
    public var code: String

    /// Creates a rule.
    public init(value: Int, code: String) {
      self.value = value
      self.code = code
    }
  }
}
