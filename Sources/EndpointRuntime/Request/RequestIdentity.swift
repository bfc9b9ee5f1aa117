import EndpointModel
import Foundation

/// What a request sends: its arguments and its body.
///
/// Streamed bodies cannot be compared, so that an endpoint with one has its own equality.
struct RequestIdentity: Hashable {
  private let arguments: [RequestBuilder.Argument]
  private let body: Data?
  /// The reason why the request cannot be sent; `nil` if it can.
  private let problem: String?

  init(_ endpoint: some Endpoint) {
    var request = RequestBuilder(type(of: endpoint).operation)
    do {
      try request.encode(endpoint)
      problem = nil
    } catch {
      problem = "\(error)"
    }
    arguments = request.arguments
    body = request.body?.data
  }
}
