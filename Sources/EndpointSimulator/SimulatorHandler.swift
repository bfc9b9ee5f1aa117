import EndpointRuntime
import FlyingFox
import Foundation

/// Takes requests from the server package and gives its answers.
struct SimulatorHandler: HTTPHandler {
  let dispatcher: Dispatcher
  let recorder: Recorder

  /// How large a request's body may be, in bytes.
  private static let bodySize = 16 << 20

  func handleRequest(_ request: FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse {
    let incoming = IncomingRequest(
      method: request.method.rawValue, target: request.target.rawValue,
      authorization: request.headers[.authorization], body: try await body(of: request))
    let answer = await dispatcher.answer(incoming)
    await recorder.record(
      RecordedExchange(
        method: incoming.method, target: incoming.target,
        isAuthorized: incoming.authorization != nil, status: answer.status))
    var headers = FlyingFox.HTTPHeaders()
    for (name, value) in answer.fields { headers.addValue(value, for: HTTPHeader(name)) }
    return FlyingFox.HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: ReasonPhrase.of(answer.status)),
      headers: headers, body: answer.body)
  }

  private func body(of request: FlyingFox.HTTPRequest) async throws -> Data {
    var body = Data()
    for try await piece in request.bodySequence {
      body += piece
      guard body.count <= Self.bodySize else { break }
    }
    return body
  }
}

/// A request as it came.
struct IncomingRequest: Sendable {
  var method: String
  var target: String
  var authorization: String?
  var body: Data
}

/// An answer as it goes out.
struct OutgoingResponse: Sendable {
  var status: Int
  var fields: [(name: String, value: String)] = []
  var body = Data()
}
