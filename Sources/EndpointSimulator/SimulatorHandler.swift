import EndpointRuntime
import FlyingFox
import Foundation
import HTTPTypes

/// Takes requests from the server package and gives its responses.
struct SimulatorHandler: HTTPHandler {
  let dispatcher: Dispatcher
  let recorder: Recorder

  /// How large a request's body may be, in bytes.
  private static let bodySize = 16 << 20

  func handleRequest(_ request: FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse {
    let incoming = IncomingRequest(
      method: request.method.rawValue, target: request.target.rawValue,
      host: request.headers[.host] ?? "", headerFields: HTTPFields(request.headers),
      body: try await body(of: request))
    let response = await dispatcher.response(incoming)
    await recorder.record(
      RecordedExchange(
        method: incoming.method, target: incoming.target,
        isAuthorized: incoming.headerFields[.authorization] != nil, status: response.status))
    var headers = FlyingFox.HTTPHeaders()
    for (name, value) in response.fields { headers.addValue(value, for: HTTPHeader(name)) }
    // A response to HEAD tells the length of the body that it does not have (RFC 9110, section 9.3.2).
    headers[.contentLength] = String(response.body.count)
    return FlyingFox.HTTPResponse(
      statusCode: HTTPStatusCode(response.status, phrase: ReasonPhrase.of(response.status)),
      headers: headers, body: incoming.method == "HEAD" ? Data() : response.body)
  }

  /// The whole body, or nothing if it is too large; it is read to its end, so that the connection can
  /// be used again.
  private func body(of request: FlyingFox.HTTPRequest) async throws -> Data? {
    var body: Data? = Data()
    for try await chunk in request.bodySequence {
      body?.append(chunk)
      if let size = body?.count, size > Self.bodySize { body = nil }
    }
    return body
  }
}

extension HTTPFields {
  /// Header fields as the server package has them.
  fileprivate init(_ headers: FlyingFox.HTTPHeaders) {
    self.init()
    for header in headers.keys {
      guard let name = HTTPField.Name(header.rawValue), let value = headers[header] else {
        continue
      }
      self[name] = value
    }
  }
}

/// A request as it came.
struct IncomingRequest: Sendable {
  var method: String
  var target: String
  /// The host and port that the caller called.
  var host: String
  var headerFields: HTTPFields
  /// Absent if there was more than a simulator takes.
  var body: Data?
}

/// A response as it goes out.
struct OutgoingResponse: Sendable {
  var status: Int
  var fields: [(name: String, value: String)] = []
  var body = Data()
}
