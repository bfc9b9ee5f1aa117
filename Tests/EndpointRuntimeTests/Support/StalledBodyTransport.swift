import EndpointRuntime
import Foundation
import HTTPTypes

/// Responds to with a body of which only the beginning comes.
struct StalledBodyTransport: HTTPTransport {
  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    let chunks = AsyncThrowingStream<Data, any Error> { continuation in
      continuation.yield(Data("{".utf8))
    }
    return TransportResponse(head: HTTPResponse(status: .ok), body: HTTPBody(chunks))
  }
}
