public import EndpointModel

/// The body of a request.
public struct BodyModel: Sendable {
  /// The content.
  public var payload: Payload
  /// Its media type, where it is not plain JSON.
  public var contentType: String?
  /// Whether the parameter is required.
  public var isRequired: Bool
  /// Bodies in JSON, to show and to test with.
  public var examples: [ExampleModel]

  /// Creates a body's model.
  public init(
    payload: Payload, contentType: String? = nil, isRequired: Bool = true,
    examples: [ExampleModel] = []
  ) {
    self.payload = payload
    self.contentType = contentType
    self.isRequired = isRequired
    self.examples = examples
  }
}

/// One kind of response of a successful call.
public struct ResponseModel: Sendable {
  /// The statuses that it has, in ascending order; empty where only `2xx` is said.
  public var statuses: [Int]
  /// Whether it has any other status of success as well (`2xx`).
  public var matchesAnySuccess: Bool
  /// The content, of one item if the endpoint is paginated; `nil` if there is none.
  public var payload: Payload?
  /// Its media type, where it is not plain JSON.
  public var contentType: String?
  /// The name of its case in Swift where there are several kinds of response, if the author chose one.
  public var swiftName: String?
  /// Responds to in JSON, to show, to test with and for the simulator.
  public var examples: [ExampleModel]
  /// The location of the declaration.
  public var location: SourceLocation

  /// Creates a response's model.
  public init(
    statuses: [Int], matchesAnySuccess: Bool = false, payload: Payload? = nil,
    contentType: String? = nil, swiftName: String? = nil, examples: [ExampleModel] = [],
    location: SourceLocation
  ) {
    self.statuses = statuses
    self.matchesAnySuccess = matchesAnySuccess
    self.payload = payload
    self.contentType = contentType
    self.swiftName = swiftName
    self.examples = examples
    self.location = location
  }
}

/// A JSON document that shows what a type looks like on the wire.
public struct ExampleModel: Hashable, Sendable {
  /// The name in Swift; `nil` for the default.
  public var name: String?
  /// The document, without superfluous white space.
  public var json: String

  /// Creates an example.
  public init(name: String? = nil, json: String) {
    self.name = name
    self.json = json
  }
}
