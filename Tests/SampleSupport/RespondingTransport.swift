import EndpointRuntime
import Foundation
import HTTPTypes
import Synchronization

/// Responds to every request with one document, and remembers the request.
final class RespondingTransport: HTTPTransport {
  private let response: Data
  private let sent = Mutex<(request: HTTPRequest?, body: Data?)>((nil, nil))

  init(_ response: JSON?, isPage: Bool) {
    let document: JSON? = isPage ? response.map { ["results": [$0], "totalCount": 1] } : response
    self.response = document.flatMap { try? JSONEncoder().encode($0) } ?? Data()
  }

  var request: HTTPRequest? { sent.withLock { $0.request } }
  var body: Data? { sent.withLock { $0.body } }

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    sent.withLock { $0 = (request, body?.data) }
    return TransportResponse(head: HTTPResponse(status: .ok), body: HTTPBody(response))
  }
}
