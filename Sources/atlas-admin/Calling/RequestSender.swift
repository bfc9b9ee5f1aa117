@_spi(Generated) import AtlasAdmin
@_spi(Generated) import AtlasAdminV2
@_spi(Generated) import EndpointRuntime
import EndpointModel
import Foundation

/// Sends the requests of one API.
struct RequestSender {
  /// The version of the API.
  let api: AtlasAPI
  let client: AtlasClient

  /// Sends a request and returns the bytes of the response.
  func response(
    to request: RequestBuilder, timeout: Duration? = nil
  ) async throws -> EndpointResponse<Data> {
    switch api {
    case .v1:
      try await client.rawResponse(to: request, of: AtlasAdminAPI.self, options: options(timeout))
    case .v2:
      try await client.rawResponse(to: request, of: AtlasAdminV2API.self, options: options(timeout))
    }
  }

  /// Sends a request and returns the bytes of the response as they arrive.
  func stream(of request: RequestBuilder) async throws -> EndpointResponse<HTTPBody> {
    switch api {
    case .v1: try await client.rawStream(of: request, of: AtlasAdminAPI.self)
    case .v2: try await client.rawStream(of: request, of: AtlasAdminV2API.self)
    }
  }

  private func options<API: EndpointAPI>(_ timeout: Duration?) -> RequestOptions<API> {
    var options = RequestOptions<API>()
    options.timeout = timeout
    return options
  }

  /// Sends a request and returns the JSON of the response; `null` if it has no body.
  ///
  /// - Throws: ``EndpointError/transport(_:)`` if the response is not JSON.
  func json(
    of endpoint: EndpointDescriptor, _ request: RequestBuilder, timeout: Duration? = nil
  ) async throws -> JSON {
    let response = try await response(to: request, timeout: timeout)
    try ResponseCheck(endpoint: endpoint).check(response)
    return response.value.isEmpty ? .null : JSONCoding.document(response.value) ?? .null
  }
}
