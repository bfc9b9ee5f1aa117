/// Where the JSON body of an error response keeps its parts.
public struct ErrorModel: Hashable, Sendable {
  /// The member with a code for programs.
  public var code: String
  /// The member with a text for people.
  public var detail: String
  /// The member with the status in words, if there is one.
  public var reason: String?
  /// The member with a list of the error's arguments, if there is one.
  public var parameters: String?

  /// Creates an error's model.
  public init(code: String, detail: String, reason: String? = nil, parameters: String? = nil) {
    self.code = code
    self.detail = detail
    self.reason = reason
    self.parameters = parameters
  }
}

/// The error codes that an API is known to respond with.
public struct ErrorCodesModel: Sendable {
  /// The codes, as declared.
  public var codes: [Code]
  /// What to take for a code where a response has none, by status.
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
    /// Its name in Swift, where the author chose one.
    public var swiftName: String?
    /// What it means.
    public var documentation: Documentation
    /// What a person can do about it, as whole sentences.
    public var hint: String?
    /// Where it is declared.
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
