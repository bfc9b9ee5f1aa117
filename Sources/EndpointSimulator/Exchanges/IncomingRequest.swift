import Foundation
import HTTPTypes

/// A received request.
struct IncomingRequest: Sendable {
  var method: String
  /// The request-target in origin form.
  var target: String
  var scheme = "http"
  /// The host and port in the request.
  var host: String
  var headerFields: HTTPFields
  /// `nil` if the body is too large.
  var body: Data?
  /// Whether it came through the in-process transport.
  var isInProcess = false
  /// Whether it needs no credentials because the control endpoint performs it.
  var isAuthenticated = false

  /// The maximum size of a body in bytes.
  static let bodySize = 16 << 20

  /// The request-target without its query.
  var path: Substring { target.prefix { $0 != "?" } }
}

/// A response to send.
struct OutgoingResponse: Sendable {
  var status: Int
  var fields: [(name: String, value: String)] = []
  var body = Data()
  /// The chunks to send instead of the body; `nil` to send the body at once.
  var stream: ResponseStream?
  /// Whether the connection closes in the middle of the body.
  var isInterrupted = false
}

/// The chunks of a response.
struct ResponseStream: Sendable {
  var chunks: AsyncStream<Data>
  /// The length of all chunks in bytes; `nil` for a stream that ends only with its connection.
  var length: Int?
}

/// What a client gets for a request.
enum Delivery: Sendable {
  case response(OutgoingResponse)
  /// The connection closes without a response.
  case closed
}
