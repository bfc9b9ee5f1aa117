public import AsyncHTTPClient
public import EndpointRuntime
public import Foundation
public import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// A transport on AsyncHTTPClient.
///
/// Redirects are never followed and the request-target is sent as it is. Bodies arrive as they are
/// read, so that a slow reader slows the server down.
public struct AsyncHTTPClientTransport: HTTPTransport {
  private enum Source: Sendable {
    case client(HTTPClient)
    case shared(SharedClients)
  }

  private let source: Source

  /// Creates a transport with a client.
  ///
  /// - Parameter client: The client, which its owner shuts down; begin with ``configuration`` to make
  ///   one, as it must follow no redirects and have `decompression` enabled.
  public init(client: HTTPClient) { source = .client(client) }

  /// Creates a transport with clients that live as long as the program.
  ///
  /// They follow these variables of the environment:
  /// - `HTTPS_PROXY` and `HTTP_PROXY`, or the same in lower case: the URL of an HTTP proxy, perhaps with
  ///   a user name and a password, for requests over https and http, both of which go through a tunnel
  ///   (`CONNECT`);
  /// - `NO_PROXY` or `no_proxy`: hosts that are reached directly, separated by commas: names with their
  ///   subdomains, addresses, blocks such as `10.0.0.0/8`, each perhaps with a port, or `*` for all;
  /// - `SSL_CERT_FILE`: a file with the certificates, in PEM, of the authorities to trust.
  ///
  /// Loopback is always reached directly. A variable that cannot be used makes requests fail with
  /// ``EndpointRuntime/EndpointError/configuration(setting:reason:)``, which names it.
  ///
  /// - Parameter environment: The environment. Defaults to the program's own.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    source = .shared(SharedClients(environment: environment))
  }

  /// The configuration of the default client, with an idle timeout of 60 seconds.
  public static var configuration: HTTPClient.Configuration { configuration() }

  /// The configuration of a client for this transport: it only decodes `gzip`, and
  /// rejects responses that AsyncHTTPClient cannot handle.
  ///
  /// - Parameter idleTimeout: The longest time between two chunks of a response's body, while it is
  ///   read. A response that stalls longer fails with
  ///   ``EndpointRuntime/TransportError/Kind/interrupted``; `nil` waits without limit.
  public static func configuration(idleTimeout: Duration? = .seconds(60))
    -> HTTPClient.Configuration
  {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.httpVersion = .http1Only
    // Tracing is the business of TracingMiddleware; two spans and two trace contexts break traces.
    configuration.tracing.tracer = nil
    // A network read of 64 KiB cannot become more than 26 MiB before a reader can stop.
    configuration.decompression = .enabled(limit: .ratio(400))
    // It also bounds the wait for a connection while all are busy; requests have their own deadlines.
    configuration.timeout.connect = .seconds(30)
    // Requests are limited by ClientConfiguration.maximumConcurrentRequests, which does not count open
    // streams and other clients.
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1000
    // Less than the idle time of usual load balancers, which close connections after a minute.
    configuration.connectionPool.idleTimeout = .seconds(30)
    // A rejected connection is reported at once; the runtime retries it.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.http1_1ConnectionDebugInitializer = { channel in
      ConnectionGuard.install(in: channel, idleTimeout: idleTimeout.map { TimeAmount($0) })
    }
    return configuration
  }

  /// Sends one request and returns once the head of the response is there.
  public func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
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
      let deadline = timeout.map { NIODeadline.now() + TimeAmount($0) } ?? .distantFuture
      let response = try await client.execute(message, deadline: deadline)
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
          isPacked: response.isPacked),
        method: request.method, undoing: ["gzip", "x-gzip", "deflate"])
    } catch {
      throw ClientError(error, authority: authority).translated
    }
  }
}

extension AsyncHTTPClientTransport: CustomReflectable {
  /// Shows nothing: what is inside changes while others look at it, and `dump` takes no lock.
  public var customMirror: Mirror { Mirror(self, children: []) }
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

extension HTTPClientResponse {
  /// Whether the body is compressed on the wire, and not itself a compressed file.
  fileprivate var isPacked: Bool {
    let type = headers.first(name: "Content-Type")?.lowercased() ?? ""
    return headers.first(name: "Content-Encoding")?.lowercased().contains("gzip") == true
      && !type.contains("gzip") && !type.contains("octet-stream")
  }
}

/// The chunks of a response's body, with AsyncHTTPClient's errors in the runtime's words.
private struct ResponseChunks: AsyncSequence, Sendable {
  typealias Element = Data

  let body: HTTPClientResponse.Body
  let authority: String
  /// Whether there is no body, whatever the header says of it.
  let isEmpty: Bool
  /// Whether the client must have decompressed the body.
  let isPacked: Bool

  struct Iterator: AsyncIteratorProtocol {
    var chunks: HTTPClientResponse.Body.AsyncIterator
    let authority: String
    let isEmpty: Bool
    var isPacked: Bool

    mutating func next() async throws -> Data? {
      do {
        let chunk = try await chunks.next().map { Data($0.readableBytesView) }
        if isPacked, let chunk, chunk.starts(with: [0x1F, 0x8B]) {
          throw TransportError(
            .invalidResponse,
            message:
              "the HTTPClient did not decompress the response: set decompression = .enabled(limit:) in "
              + "its configuration, or begin with AsyncHTTPClientTransport.configuration")
        }
        isPacked = false
        return chunk
      } catch is NIOHTTPDecompression.ExtraDecompressionError where isEmpty {
        // The decompressor looks for a body after every header that names a coding.
        return nil
      } catch {
        throw ClientError(error, authority: authority).translated
      }
    }
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(
      chunks: body.makeAsyncIterator(), authority: authority, isEmpty: isEmpty, isPacked: isPacked)
  }
}
