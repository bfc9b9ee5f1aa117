import EndpointModel
public import HTTPTypes

/// Processes every attempt of a request: can inspect and change the request, and inspect and
/// replace the response.
///
/// The first middleware of ``ClientConfiguration/middleware`` is the outermost: it receives the
/// request first and the response last. Middleware runs between retries and authentication. It
/// - runs once for each attempt; ``Attempt/number`` counts them;
/// - may change the method, path, header fields, and body, which are signed afterwards, but not the
///   server;
/// - sees neither credentials nor challenges;
/// - calls `next` at most once; if it does not, nothing is sent.
///
/// ```swift
/// struct AuditMiddleware: EndpointMiddleware {
///   func intercept(
///     _ request: HTTPRequest, body: HTTPBody?, of attempt: Attempt, next: HTTPTransport.Send
///   ) async throws -> TransportResponse {
///     var request = request
///     request.headerFields[.init("X-Change-Ticket")!] = "OPS-17"
///     return try await next(request, body)
///   }
/// }
/// ```
public protocol EndpointMiddleware: Sendable {
  /// Processes an attempt.
  ///
  /// - Parameters:
  ///   - request: The complete request without credentials.
  ///   - body: The body; `nil` if there is none.
  ///   - attempt: The attempt.
  ///   - next: Passes a request to the next middleware, and finally to the server.
  /// - Returns: The response, with any status.
  /// - Throws: The error of `next`, or an ``EndpointError``. Any other error becomes
  ///   ``EndpointError/transport(_:)``.
  func intercept(
    _ request: HTTPRequest, body: HTTPBody?, of attempt: Attempt, next: HTTPTransport.Send
  ) async throws -> TransportResponse
}

/// Middleware that waits for nothing but `next`.
protocol ObservingMiddleware: EndpointMiddleware {}

/// One attempt of a request.
public struct Attempt: Hashable, Sendable {
  /// The name of the endpoint.
  public var endpoint: String
  /// The path template of the endpoint, such as `/groups/{GROUP-ID}/clusters`.
  public var pathTemplate: String
  /// The number of the attempt, from 1.
  public var number: Int

  /// Creates an attempt.
  public init(endpoint: String, pathTemplate: String, number: Int = 1) {
    self.endpoint = endpoint
    self.pathTemplate = pathTemplate
    self.number = number
  }
}

extension [any EndpointMiddleware] {
  /// Returns a function that sends a request through all middleware.
  func around(_ exchange: @escaping HTTPTransport.Send, of operation: APIOperation, number: Int)
    -> HTTPTransport.Send
  {
    if isEmpty { return exchange }
    let attempt = Attempt(
      endpoint: operation.arguments.operation.name,
      pathTemplate: operation.arguments.operation.path.description, number: number)
    return reversed().reduce(exchange) { next, middleware in
      { request, body in
        try await middleware.intercept(request, body: body, of: attempt, next: next)
      }
    }
  }
}
