public import AsyncHTTPClient
public import EndpointRuntime
public import Foundation
public import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// A transport with AsyncHTTPClient.
///
/// Redirects are not followed, and the request-target is sent unchanged. Bodies are streamed with
/// back pressure.
public struct AsyncHTTPClientTransport: HTTPTransport {
  private enum Source: Sendable {
    case client(HTTPClient)
    case shared(SharedClients)
  }

  /// The content codings that the client decodes.
  private static let codings: Set = ["gzip", "x-gzip", "deflate"]

  private let source: Source

  /// Creates a transport with a client.
  ///
  /// - Parameter client: The client, which its owner shuts down. It must follow no redirects and
  ///   have `decompression` enabled; ``configuration`` is a starting point.
  public init(client: HTTPClient) { source = .client(client) }

  /// Creates a transport with clients that live as long as the program.
  ///
  /// The default clients read these environment variables:
  /// - `HTTPS_PROXY` and `HTTP_PROXY`, also in lower case: the URL of an HTTP proxy, with optional
  ///   credentials, for requests over https and http, which both use a tunnel (`CONNECT`);
  /// - `NO_PROXY`, also in lower case: hosts without a proxy, separated by commas: names with their
  ///   subdomains, addresses, blocks such as `10.0.0.0/8`, each with an optional port, or `*` for
  ///   all;
  /// - `SSL_CERT_FILE`: a PEM file with the trusted certificate authorities.
  ///
  /// Loopback never uses a proxy. An invalid variable makes requests fail with
  /// ``EndpointRuntime/EndpointError/configuration(setting:reason:)``, which names it.
  ///
  /// - Parameter environment: The environment. Defaults to that of the process.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    source = .shared(SharedClients(environment: environment))
  }

  /// The configuration of the default client, with an idle timeout of 60 seconds.
  public static var configuration: HTTPClient.Configuration { configuration() }

  /// The configuration of a client for this transport: it only decodes `gzip`, and
  /// rejects responses that AsyncHTTPClient cannot handle.
  ///
  /// - Parameter idleTimeout: The maximum time between two chunks of a body while it is read. A
  ///   response that stalls longer fails with ``EndpointRuntime/TransportError/Kind/interrupted``.
  ///   `nil` is no limit.
  public static func configuration(idleTimeout: Duration? = .seconds(60))
    -> HTTPClient.Configuration
  {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.httpVersion = .http1Only
    // TracingMiddleware traces requests; a second span and trace context would break traces.
    configuration.tracing.tracer = nil
    // A network read of 64 KiB cannot expand to more than 26 MiB before a reader stops it.
    configuration.decompression = .enabled(limit: .ratio(400))
    // It also limits the wait for a connection if all are busy. Requests have their own deadlines.
    configuration.timeout.connect = .seconds(30)
    // ClientConfiguration.maximumConcurrentRequests limits requests; it does not count open streams
    // and other clients.
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1000
    // Shorter than the idle timeout of common load balancers, which is a minute.
    configuration.connectionPool.idleTimeout = .seconds(30)
    // A rejected connection is reported immediately, and the runtime retries it.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.http1_1ConnectionDebugInitializer = { channel in
      ConnectionGuard.install(in: channel, idleTimeout: idleTimeout.map { TimeAmount($0) })
    }
    return configuration
  }

  /// Sends a request and returns when the head of the response has arrived.
  public func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    try await send(request, body: body, timeout: timeout, limitsBody: false)
  }

  private func send(
    _ request: HTTPRequest, body: HTTPBody?, timeout: Duration?, limitsBody: Bool
  ) async throws -> TransportResponse {
    // The client notices a cancellation only after it has sent a request on an idle connection.
    try Task.checkCancellation()
    let authority = request.authority ?? ""
    guard RequestTarget.isOriginForm(request.path ?? "/") else {
      throw TransportError(
        .invalidResponse, message: "the request's path has characters that must be percent-encoded")
    }
    var message = HTTPClientRequest(
      url: "\(request.scheme ?? "https")://\(authority)\(request.path ?? "/")")
    message.method = HTTPMethod(rawValue: request.method.rawValue)
    // With room for the field that the client adds, and for the deadline.
    message.headers.reserveCapacity(request.headerFields.count + 2)
    for field in request.headerFields {
      message.headers.add(name: field.name.rawName, value: field.value)
    }
    if let data = body?.data {
      message.body = .bytes(ByteBuffer(bytes: data))
    } else if let body {
      message.body = .stream(
        body.map { ByteBuffer(bytes: $0) },
        length: body.length.map { .known(Int64($0)) } ?? .unknown)
    }
    let client =
      switch source {
      case .client(let client): client
      case .shared(let clients):
        try clients.client(scheme: request.scheme ?? "https", authority: authority)
      }
    do {
      let deadline = timeout.map { ResponseDeadline(after: TimeAmount($0)) }
      if limitsBody { deadline?.add(to: &message.headers) }
      let response = try await client.execute(message, deadline: deadline?.time ?? .distantFuture)
      guard response.history.count <= 1 else {
        throw TransportError(
          .invalidResponse,
          message:
            "the HTTPClient followed a redirect; configure it with redirectConfiguration = .disallow"
        )
      }
      return TransportResponse(
        head: HTTPResponse(response),
        chunks: ResponseChunks(
          body: response.body, authority: authority,
          isEmpty: request.method == .head || response.status == .notModified
            || response.headers.first(name: "Content-Length") == "0",
          isGzipEncoded: response.isGzipEncoded),
        method: request.method, undoing: Self.codings)
    } catch {
      throw ClientError(error, authority: authority).translated
    }
  }
}

// The client ends a request at its deadline by itself.
extension AsyncHTTPClientTransport: TimedTransport {
  package var limitsBodies: Bool {
    // The connections of another client may lack a `ConnectionGuard`.
    if case .shared = source { true } else { false }
  }

  package func send(
    _ request: HTTPRequest, body: HTTPBody?, responseTimeout: Duration?
  ) async throws -> TransportResponse {
    try await send(request, body: body, timeout: responseTimeout, limitsBody: limitsBodies)
  }
}

extension AsyncHTTPClientTransport: CustomReflectable {
  /// An empty mirror, since `dump` would read the state without its lock.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension HTTPResponse {
  fileprivate init(_ response: HTTPClientResponse) {
    var fields = HTTPFields()
    fields.reserveCapacity(response.headers.count)
    for (name, value) in response.headers {
      guard let name = FieldNames.common[name] ?? HTTPField.Name(name) else { continue }
      fields.append(HTTPField(name: name, value: value))
    }
    self.init(
      status: .init(code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase),
      headerFields: fields)
  }
}

extension HTTPClientResponse {
  /// Whether the body is compressed in transit, rather than a compressed file.
  fileprivate var isGzipEncoded: Bool {
    let type = headers.first(name: "Content-Type")?.lowercased() ?? ""
    return headers.first(name: "Content-Encoding")?.lowercased().contains("gzip") == true
      && !type.contains("gzip") && !type.contains("octet-stream")
  }
}

/// The chunks of a body, with the errors of AsyncHTTPClient converted.
private struct ResponseChunks: AsyncSequence, Sendable {
  typealias Element = Data

  let body: HTTPClientResponse.Body
  let authority: String
  /// Whether there is no body, whatever the header indicates.
  let isEmpty: Bool
  /// Whether the client must have decompressed the body.
  let isGzipEncoded: Bool

  struct Iterator: AsyncIteratorProtocol {
    var chunks: HTTPClientResponse.Body.AsyncIterator
    let authority: String
    let isEmpty: Bool
    var isGzipEncoded: Bool

    mutating func next() async throws -> Data? {
      do {
        let chunk = try await chunks.next().map { Data($0.readableBytesView) }
        if isGzipEncoded, let chunk, chunk.starts(with: [0x1F, 0x8B]) {
          throw TransportError(
            .invalidResponse,
            message:
              "the HTTPClient did not decompress the response; set decompression = .enabled(limit:) in "
              + "its configuration, or begin with AsyncHTTPClientTransport.configuration")
        }
        isGzipEncoded = false
        return chunk
      } catch is NIOHTTPDecompression.ExtraDecompressionError where isEmpty {
        // The decompressor expects a body after every header with a content coding.
        return nil
      } catch {
        throw ClientError(error, authority: authority).translated
      }
    }
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(
      chunks: body.makeAsyncIterator(), authority: authority, isEmpty: isEmpty,
      isGzipEncoded: isGzipEncoded)
  }
}
