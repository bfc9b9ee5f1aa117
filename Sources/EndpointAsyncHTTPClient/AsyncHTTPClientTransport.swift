public import AsyncHTTPClient
public import EndpointRuntime
public import Foundation
public import HTTPTypes
import NIOCore
import NIOHTTP1

/// A transport on AsyncHTTPClient.
///
/// Redirects are never followed and the request-target is sent as it is. Bodies arrive as they are
/// read, so that a slow reader slows the server down.
public struct AsyncHTTPClientTransport: HTTPTransport {
  private let client: HTTPClient

  /// Makes a transport.
  ///
  /// - Parameter client: The client, which its owner shuts down. Unless given, one that lives as long as
  ///   the program and follows no redirects.
  public init(client: HTTPClient? = nil) {
    self.client = client ?? Self.sharedClient
  }

  /// Lives as long as the program, as AsyncHTTPClient's own shared client does; that one follows
  /// redirects.
  private static let sharedClient: HTTPClient = {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.httpVersion = .http1Only
    // It also bounds the wait for a connection while all are busy; calls have their own deadlines.
    configuration.timeout.connect = .seconds(30)
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 32
    // A refused connection is told at once; trying again is the client's business.
    configuration.connectionPool.retryConnectionEstablishment = false
    return HTTPClient(
      eventLoopGroupProvider: .shared(HTTPClient.defaultEventLoopGroup),
      configuration: configuration)
  }()

  /// Sends one request and returns once the head of the answer is there.
  public func send(_ request: HTTPRequest, body: Data?, timeout: Duration?) async throws
    -> TransportResponse
  {
    let authority = request.authority ?? ""
    guard RequestTarget.isOriginForm(request.path ?? "/") else {
      throw TransportFailure(
        .invalidAnswer, "the request's path has characters that must be percent-encoded")
    }
    var message = HTTPClientRequest(
      url: "\(request.scheme ?? "https")://\(authority)\(request.path ?? "/")")
    message.method = HTTPMethod(rawValue: request.method.rawValue)
    for field in request.headerFields {
      message.headers.add(name: field.name.rawName, value: field.value)
    }
    if let body { message.body = .bytes(ByteBuffer(bytes: body)) }
    do {
      let deadline = timeout.map { NIODeadline.now() + TimeAmount($0) } ?? .distantFuture
      let response = try await client.execute(message, deadline: deadline)
      guard response.history.count <= 1 else {
        throw TransportFailure(
          .invalidAnswer,
          "the HTTPClient followed a redirect; configure it with redirectConfiguration = .disallow")
      }
      return TransportResponse(
        head: HTTPResponse(response),
        body: HTTPBody(ResponsePieces(body: response.body, authority: authority)))
    } catch {
      throw TransportError(error, authority: authority).translated
    }
  }
}

extension HTTPResponse {
  fileprivate init(_ response: HTTPClientResponse) {
    var fields = HTTPFields()
    for (name, value) in response.headers {
      guard let name = HTTPField.Name(name) else { continue }
      fields.append(HTTPField(name: name, value: value))
    }
    self.init(
      status: .init(code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase),
      headerFields: fields)
  }
}

/// The pieces of an answer's body, with AsyncHTTPClient's errors in the runtime's words.
private struct ResponsePieces: AsyncSequence, Sendable {
  typealias Element = Data

  let body: HTTPClientResponse.Body
  let authority: String

  struct Iterator: AsyncIteratorProtocol {
    var pieces: HTTPClientResponse.Body.AsyncIterator
    let authority: String

    mutating func next() async throws -> Data? {
      do {
        return try await pieces.next().map { Data($0.readableBytesView) }
      } catch {
        throw TransportError(error, authority: authority).translated
      }
    }
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(pieces: body.makeAsyncIterator(), authority: authority)
  }
}
