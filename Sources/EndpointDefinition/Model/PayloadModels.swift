package import EndpointModel

/// The body of a request.
package struct BodyModel: Sendable {
  /// The content.
  package var payload: Payload
  /// Its media type, where it is not plain JSON.
  package var contentType: String?
  /// Whether the parameter is required.
  package var isRequired: Bool = true
  /// Bodies in JSON, to show and to test with.
  package var examples: [ExampleModel] = []
}

/// One kind of response of a successful call.
package struct ResponseModel: Sendable {
  /// The statuses that it has, in ascending order; empty where only `2xx` is said.
  package var statuses: [Int]
  /// Whether it has any other status of success as well (`2xx`).
  package var matchesAnySuccess: Bool = false
  /// The content, of one item if the endpoint is paginated; `nil` if there is none.
  package var payload: Payload?
  /// Its media type, where it is not plain JSON.
  package var contentType: String?
  /// The name of its case in Swift where there are several kinds of response, if the author chose one.
  package var swiftName: String?
  /// Responds to in JSON, to show, to test with and for the simulator.
  package var examples: [ExampleModel] = []
  /// The location of the declaration.
  package var location: SourceLocation
}

/// A JSON document that shows what a type looks like on the wire.
package struct ExampleModel: Hashable, Sendable {
  /// The name in Swift; `nil` for the default.
  package var name: String?
  /// The document, without superfluous white space.
  package var json: String

  /// Creates an example.
  package init(name: String? = nil, json: String) {
    self.name = name
    self.json = json
  }
}
