import EndpointRuntime
import FlyingFox
import Foundation
import HTTPTypes

/// Converts requests and responses of FlyingFox.
struct SimulatorHandler: HTTPHandler {
  let dispatcher: Dispatcher
  let recorder: Recorder

  /// The maximum size of a body in bytes.
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
    // A response to HEAD has the length of the body that it omits (RFC 9110, section 9.3.2).
    headers[.contentLength] = String(response.body.count)
    return FlyingFox.HTTPResponse(
      statusCode: HTTPStatusCode(response.status, phrase: ReasonPhrase.of(response.status)),
      headers: headers, body: incoming.method == "HEAD" ? Data() : response.body)
  }

  /// Returns the body; `nil` if it is too large. It is read to its end, so that the connection can
  /// be reused.
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
  /// The header fields of FlyingFox's request.
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

/// A received request.
struct IncomingRequest: Sendable {
  var method: String
  var target: String
  /// The host and port in the request.
  var host: String
  var headerFields: HTTPFields
  /// `nil` if the body is too large.
  var body: Data?
}

/// A response to send.
struct OutgoingResponse: Sendable {
  var status: Int
  var fields: [(name: String, value: String)] = []
  var body = Data()
}
