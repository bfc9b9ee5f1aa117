import EndpointModel
public import HTTPTypes

/// Stands around every attempt of a call: sees and changes the request, and sees the response.
///
/// The first middleware of ``ClientConfiguration/middleware`` is the outermost one: it gets the
/// request first and the response last. All of them are between retries and authentication, so a
/// middleware
/// - runs once for each attempt; ``Attempt/number`` counts them;
/// - may change method, path, header fields and body, as signing comes after it, but not the server;
/// - sees no credentials, and no challenge that authentication has responded;
/// - must call `next` at most once; if it does not, nothing is sent.
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
  /// Handles one attempt.
  ///
  /// - Parameters:
  ///   - request: The complete request without credentials.
  ///   - body: Its body, if it has one.
  ///   - attempt: Which call it belongs to.
  ///   - next: Sends a request on, to the next middleware and in the end to the server.
  /// - Returns: The response, whatever its status is.
  /// - Throws: What `next` throws, or an ``EndpointError`` of its own; any other error ends the call
  ///   as ``EndpointError/transport(_:)``.
  func intercept(
    _ request: HTTPRequest, body: HTTPBody?, of attempt: Attempt, next: HTTPTransport.Send
  ) async throws -> TransportResponse
}

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
  /// An exchange with all of them around it.
  func around(_ exchange: @escaping HTTPTransport.Send, of operation: APIOperation, number: Int)
    -> HTTPTransport.Send
  {
    if isEmpty { return exchange }
    let attempt = Attempt(
      endpoint: operation.arguments.descriptor.name,
      pathTemplate: operation.arguments.descriptor.path.description, number: number)
    return reversed().reduce(exchange) { next, middleware in
      { request, body in
        try await middleware.intercept(request, body: body, of: attempt, next: next)
      }
    }
  }
}
