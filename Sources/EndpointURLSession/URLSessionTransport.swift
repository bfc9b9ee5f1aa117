public import EndpointRuntime
public import HTTPTypes

#if canImport(FoundationNetworking)
  import Foundation
  public import FoundationNetworking
#else
  public import Foundation
#endif

/// A transport on URLSession: the system's own proxies, certificates and network settings.
///
/// URLSession's helpfulness is switched off: no redirect is followed, no challenge is reported, and
/// there are no cookies, no cache and no stored credentials. These things differ from
/// `AsyncHTTPClientTransport`:
///
/// - A body that is not in memory is written to a temporary file before it is sent, so it always has a
///   `Content-Length`, and the file is removed afterwards.
/// - Fields of the same name are sent and received as one, with commas between their values, even
///   `Set-Cookie`. The order of a response's fields is not known.
/// - A GET request cannot have a body, and a path cannot have the segments `.` and `..`. Both are
///   rejected with ``EndpointRuntime/TransportError/Kind/invalidResponse``.
/// - URLSession adds `Accept`, `Accept-Language`, `Accept-Encoding` and `User-Agent` where the request
///   has none, and on Linux the `Content-Type` of a form to a POST without one.
///
/// On Apple's systems a slow reader slows the server down: a task that is a mebibyte ahead of its reader
/// is suspended.
///
/// ## On Linux
///
/// There URLSession is FoundationNetworking, which has limits that no caller can lift. Prefer
/// `AsyncHTTPClientTransport` there, above all for servers that you do not trust.
///
/// - A task that is suspended begins anew, so tasks are not suspended. A response that is 64 MiB ahead of
///   its reader is given up with ``EndpointRuntime/TransportError/Kind/other``.
/// - The body of a redirect, or of a 401, arrives when it is complete, whatever its size, and that of a
///   redirect is lost if there is no usable `Location`.
/// - **The program ends** when a server closes the connection within a header, sends a trailer after its
///   response, or redirects to a URL that has an IPv6 address and no scheme.
/// - A response whose header has bytes that are no UTF-8 is rejected, with
///   ``EndpointRuntime/TransportError/Kind/invalidResponse``.
/// - A URL cannot have an IPv6 address.
public struct URLSessionTransport: HTTPTransport {
  private let session: TransportSession
  private let idleTimeout: Duration?

  /// Creates a transport with connections of its own, which copies share.
  ///
  /// - Parameters:
  ///   - configuration: What to configure the session like, for proxies or numbers of
  ///   connections, but not one for the background. It is copied, and what has to do with redirects,
  ///   cookies, caches, credentials and timeouts is replaced. Unless given, an ephemeral one with at most
  ///   32 connections to a host.
  ///   - idleTimeout: The longest time between two chunks of a response's body, while it is read. A
  ///     response that stalls longer fails with
  ///     ``EndpointRuntime/TransportError/Kind/interrupted``; `nil` waits without limit.
  public init(
    configuration: URLSessionConfiguration? = nil, idleTimeout: Duration? = .seconds(60)
  ) {
    self.idleTimeout = idleTimeout
    session = TransportSession(configuration: .hardened(configuration))
  }

  /// Sends one request and returns once the head of the response is there.
  public func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    // A longer timeout is not a limit; clocks cannot count further than some centuries.
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
  /// Shows nothing: what is inside changes while others look at it, and `dump` takes no lock.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
