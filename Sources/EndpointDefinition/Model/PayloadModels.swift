package import EndpointModel

/// The body of a request.
package struct BodyModel: Sendable {
  /// The content of the body.
  package var payload: Payload
  /// The media type; `nil` for the API's JSON.
  package var contentType: String?
  /// Whether the body is required.
  package var isRequired: Bool = true
  /// Examples of the body in JSON.
  package var examples: [JSONExample] = []
}

/// A kind of response to a successful request.
package struct ResponseModel: Sendable {
  /// The statuses of success in ascending order, perhaps after 102, which says that the success comes
  /// later; empty if only `2xx` is declared.
  package var statuses: [Int]
  /// Whether any other status of success matches as well (`2xx`).
  package var matchesAnySuccess: Bool = false
  /// The content, of one item if the endpoint is paginated; `nil` if there is none.
  package var payload: Payload?
  /// The media type; `nil` for the API's JSON.
  package var contentType: String?
  /// The name of the Swift enum case among several kinds; `nil` for the default.
  package var swiftName: String?
  /// The header fields whose values have types.
  package var headerFields: [HeaderFieldModel] = []
  /// The documentation of the case among several kinds.
  package var documentation: Documentation = .init()
  /// Examples of the response in JSON.
  package var examples: [JSONExample] = []
  /// The location of the declaration.
  package var location: SourceLocation

  /// Whether the response only says that the success comes later.
  package var isInterim: Bool { !matchesAnySuccess && statuses.allSatisfy { $0 < 200 } }
}

/// A header field of a response.
package struct HeaderFieldModel: Sendable {
  /// The name on the wire.
  package var name: String
  /// The name in Swift; `nil` for the default.
  package var swiftName: String?
  /// The type of the value.
  package var type: TypeReference
  /// The unit of a numeric `Date` or `Duration`; `nil` for other values.
  package var unit: TimeUnit?
  /// The documentation.
  package var documentation: Documentation
  /// The location of the declaration.
  package var location: SourceLocation
}
