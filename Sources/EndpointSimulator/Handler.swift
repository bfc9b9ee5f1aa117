public import EndpointModel
public import EndpointRuntime
public import Foundation
public import HTTPTypes

/// A handler of an endpoint's requests.
///
/// - Throws: ``SimulatedError`` to respond with an error; any other error is a 500.
public typealias Handler =
  @Sendable (SimulatedRequest, ResourceStore) async throws -> SimulatedResponse

/// A request that has been authenticated, routed and checked.
public struct SimulatedRequest: Sendable {
  /// The endpoint.
  public var endpoint: EndpointDescriptor
  /// The path's values by their placeholders, without percent-encoding.
  public var pathValues: [String: String]
  /// The path after the API's base path, as it was sent.
  public var path: String
  /// The URL without its query, as the caller sees it.
  public var url: String
  /// The query.
  public var query: Query
  /// The header fields.
  public var headerFields: HTTPFields
  /// The body as it was sent.
  public var data: Data
  /// The JSON document that was sent, if one was.
  public var body: JSON?
  /// The path template that identifies an item.
  let itemTemplate: ItemTemplate
  /// The path template that identifies a list of the collection; empty if there is one list.
  let listTemplate: ItemTemplate
  /// How the API serves lists in pages, if it does.
  let pagination: Pagination?
  /// The error code of an item that does not exist.
  var notFoundCode = "RESOURCE_NOT_FOUND"
}

/// The response of a handler.
public enum SimulatedResponse: Sendable {
  /// One JSON document.
  case item(JSON, status: Int = 200)
  /// A list, of which the simulator serves the page that was asked for.
  case list([JSON], status: Int = 200)
  /// Bytes of a media type, which no envelope goes around.
  case data(Data, contentType: String, status: Int = 200)
  /// Nothing.
  case empty(status: Int = 204)
}

/// An error to respond with, in the API's shape.
public struct SimulatedError: Error, Hashable, Sendable {
  /// The status.
  public var status: Int
  /// The code for programs.
  public var code: String
  /// The text for people.
  public var detail: String
  /// The arguments of the error.
  public var parameters: [JSON]
  /// The methods that the resource has, for the `Allow` field that a 405 must have.
  var allowedMethods: [String] = []

  /// Creates an error.
  public init(status: Int, code: String, detail: String, parameters: [JSON] = []) {
    self.status = status
    self.code = code
    self.detail = detail
    self.parameters = parameters
  }
}
