public import EndpointRuntime
public import HTTPTypes

#if canImport(FoundationNetworking)
  import Foundation
  public import FoundationNetworking
#else
  public import Foundation
#endif

/// A transport with URLSession, which uses the system's proxies, certificates, and network
/// settings.
///
/// Automatic behavior is disabled: no redirects, no challenges, no cookies, no cache, and no stored
/// credentials. It differs from `AsyncHTTPClientTransport`:
///
/// - A streamed body is written to a temporary file before it is sent, so that it has a
///   `Content-Length`. The file is removed afterwards.
/// - Fields with the same name are sent and received as one, with commas between their values, even
///   `Set-Cookie`. The order of response fields is unknown.
/// - A GET request cannot have a body, and a path cannot have the segments `.` and `..`. Both are
///   rejected with ``EndpointRuntime/TransportError/Kind/invalidResponse``.
/// - URLSession adds `Accept`, `Accept-Language`, `Accept-Encoding`, and `User-Agent` if the
///   request has none, and on Linux the `Content-Type` of a form to a POST without one.
///
/// On Apple's platforms a task is suspended when it is 1 MiB ahead of its reader.
///
/// ## On Linux
///
/// FoundationNetworking has limits that no client can lift. Prefer `AsyncHTTPClientTransport`,
/// especially for servers that you do not trust.
///
/// - A resumed task sends its request again, so tasks are not suspended. A response that is 64 MiB
///   ahead of its reader fails with ``EndpointRuntime/TransportError/Kind/other``.
/// - The body of a redirect or a 401 arrives when it is complete, whatever its size. That of a
///   redirect is lost without a valid `Location`.
/// - **The program crashes** if a server closes the connection within a header, sends a trailer, or
///   redirects to a URL with an IPv6 address and no scheme.
/// - A response header with bytes that are not UTF-8 fails with
///   ``EndpointRuntime/TransportError/Kind/invalidResponse``.
/// - A URL cannot have an IPv6 address.
public struct URLSessionTransport: HTTPTransport {
  private let session: TransportSession
  private let idleTimeout: Duration?

  /// Creates a transport with connections of its own, which copies share.
  ///
  /// - Parameters:
  ///   - configuration: The configuration of the session, such as its proxies, except a background
  ///     configuration. It is copied, and its settings for redirects, cookies, caches, credentials,
  ///     and timeouts are replaced. Defaults to an ephemeral configuration with at most 32
  ///     connections to a host.
  ///   - idleTimeout: The maximum time between two chunks of a body while it is read. A response
  ///     that stalls longer fails with ``EndpointRuntime/TransportError/Kind/interrupted``. `nil`
  ///     is no limit.
  public init(
    configuration: URLSessionConfiguration? = nil, idleTimeout: Duration? = .seconds(60)
  ) {
    self.idleTimeout = idleTimeout
    session = TransportSession(configuration: .hardened(configuration))
  }

  /// Sends a request and returns when the head of the response has arrived.
  public func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    // Longer timeouts are no limit, since clocks overflow after some centuries.
    let deadline = timeout.flatMap { timeout in
      timeout < .seconds(10 * 365 * 86_400) ? ContinuousClock.now + timeout : nil
    }
    let message = try URLRequest(request)
    let upload = try await Upload(body, method: request.method)
    let exchange = session.exchange(message, upload: upload, authority: request.authority ?? "")
    let timer = deadline.map { deadline in
      Task {
        try await Task.sleep(until: deadline, clock: .continuous)
        exchange.timeOut()
      }
    }
    defer { timer?.cancel() }
    let chunks = ResponseChunks(exchange, idleTimeout: idleTimeout)
    return TransportResponse(
      head: HTTPResponse(try await exchange.head()), chunks: chunks, method: request.method,
      undoing: ["gzip", "x-gzip", "deflate", "br"])
  }
}

extension URLSessionTransport: CustomReflectable {
  /// An empty mirror, since `dump` would read the state without its lock.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
