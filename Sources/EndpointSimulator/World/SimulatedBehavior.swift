public import EndpointRuntime

/// What a simulator does beyond what follows from the definitions of its APIs.
public struct SimulatedBehavior: Sendable {
  /// Handlers of endpoints by name, instead of ``DefaultBehavior``.
  public var handlers: [String: Handler]
  /// The errors for missing items, by the path template of an item with `{}` for each placeholder, such
  /// as `/groups/{}/clusters/{}`, or by the end of that path, such as `{CLUSTER-NAME}`. Defaults to the
  /// code that deletion waiters name, otherwise to `RESOURCE_NOT_FOUND`.
  public var missing: [String: MissingItem]
  /// The error codes for items that exist already, by the path template of the collection with `{}`
  /// for each placeholder. Defaults to 409 `DUPLICATE_RESOURCE`.
  public var duplicates: [String: DuplicateItem]
  /// What resources have unless a request has set it, by the path template of the resource with `{}` for
  /// each placeholder. Objects are completed at all depths; the elements of a list are completed with
  /// the only element of its default.
  public var defaults: [String: [String: JSON]]
  /// The usual statuses of endpoints with several of success, by name. Defaults to 201 for creations, 202
  /// for later changes, and so on.
  public var statuses: [String: Int]
  /// Fields that are computed whenever a resource is returned, by the path template of the resource
  /// with `{}` for each placeholder.
  public var computedFields: [String: ComputedFields]
  /// The names of the APIs whose errors list all problems with the fields of a body.
  public var detailedAPIs: Set<String>

  /// The names of enums of which requests can have unknown values, such as the names of custom roles.
  public var openEnums: Set<String>
  /// Brings resources up to date before a request is handled, and rejects requests.
  public var prepare: Preparation

  /// Prepares the resources for a request; throws the error of the response instead.
  public typealias Preparation =
    @Sendable (SimulatedRequest, ResourceStore) async throws(SimulatedError) -> Void

  /// Returns fields of a resource, which replace stored ones.
  public typealias ComputedFields =
    @Sendable (_ resource: JSON, _ path: String, ResourceStore) async -> [String: JSON]

  /// The error for a missing item.
  public struct MissingItem: Hashable, Sendable {
    /// The error code.
    public var code: String
    /// The description, with `{0}` for the first value in the path, and so on.
    public var detail: String?
    /// The error code for an identifier that is not of 24 hexadecimal digits; `nil` for the same.
    public var invalidCode: String?

    /// Creates an error.
    public init(_ code: String, _ detail: String? = nil, invalid invalidCode: String? = nil) {
      self.code = code
      self.detail = detail
      self.invalidCode = invalidCode
    }
  }

  /// The error for an item that exists already.
  public struct DuplicateItem: Hashable, Sendable {
    /// The status.
    public var status: Int
    /// The error code.
    public var code: String

    /// Creates an error.
    public init(_ code: String, status: Int = 409) {
      self.code = code
      self.status = status
    }
  }

  /// Creates a behavior.
  public init(
    handlers: [String: Handler] = [:], missing: [String: MissingItem] = [:],
    duplicates: [String: DuplicateItem] = [:], defaults: [String: [String: JSON]] = [:],
    statuses: [String: Int] = [:], computedFields: [String: ComputedFields] = [:],
    detailedAPIs: Set<String> = [], openEnums: Set<String> = [],
    prepare: @escaping Preparation = { _, _ in }
  ) {
    self.handlers = handlers
    self.missing = missing
    self.duplicates = duplicates
    self.defaults = defaults
    self.statuses = statuses
    self.computedFields = computedFields
    self.detailedAPIs = detailedAPIs
    self.openEnums = openEnums
    self.prepare = prepare
  }
}
