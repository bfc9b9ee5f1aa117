public import EndpointModel
public import EndpointRuntime
public import Foundation
public import HTTPTypes

/// A handler of an endpoint's requests.
///
/// - Throws: ``SimulatedError`` to respond with an error; any other error is a 500.
public typealias Handler =
  @Sendable (SimulatedRequest, ResourceStore) async throws -> SimulatedResponse

/// An authenticated, routed, and validated request.
public struct SimulatedRequest: Sendable {
  /// The endpoint.
  @_spi(Generated) public var endpoint: EndpointDescriptor
  /// The values of the path's placeholders, without percent-encoding.
  public var pathValues: [String: String]
  /// Returns the value of a placeholder of the path, in any spelling: `GROUP-ID` or `groupId`.
  public func pathValue(_ placeholder: String) -> String? {
    let template = ItemTemplate(placeholder).normalized
    return pathValues.first { ItemTemplate($0.key).normalized == template }?.value
  }

  /// The path after the base path of the API, as it was sent.
  public var path: String
  /// The URL without its query, as the client knows it.
  public var url: String
  /// The query.
  public var query: Query
  /// The header fields.
  public var headerFields: HTTPFields
  /// The body as it was sent.
  public var data: Data
  /// The JSON document in the body; `nil` if there is none.
  public var body: JSON?
  /// Fields that the server sets in the created or changed resource, besides those of the body. The
  /// response to the creation shows the secrets among them this once.
  public var additions: [String: JSON] = [:]
  /// What follows from the definition of the endpoint.
  let plan: EndpointPlan
  /// The types of the API.
  let types: CatalogTypes
  /// What the APIs of the simulator know of each other's resources.
  let world: World
}

/// The response of a handler.
public enum SimulatedResponse: Sendable {
  /// A JSON document.
  case item(JSON, status: Int = 200)
  /// A list, of which the simulator serves the requested page.
  case list([JSON], status: Int = 200)
  /// Bytes of a media type, which are never in an envelope.
  case data(Data, contentType: String, status: Int = 200)
  /// No content.
  case empty(status: Int = 204)
}

/// An error response in the shape of the API.
public struct SimulatedError: Error, Hashable, Sendable {
  /// The status.
  public var status: Int
  /// The error code.
  public var code: String
  /// The description.
  public var detail: String
  /// The arguments of the error.
  public var parameters: [JSON]
  /// The problems with the fields of the body, all of them.
  var fields: [Field] = []
  /// The methods of the resource, for the `Allow` field of a 405 response.
  var allowedMethods: [String] = []

  /// A problem with a field of the body.
  struct Field: Hashable, Sendable {
    var name: String
    var description: String
  }

  /// Creates an error.
  public init(status: Int, code: String, detail: String, parameters: [JSON] = []) {
    self.status = status
    self.code = code
    self.detail = detail
    self.parameters = parameters
  }
}
