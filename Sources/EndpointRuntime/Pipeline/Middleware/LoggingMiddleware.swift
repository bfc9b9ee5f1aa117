import EndpointModel
public import HTTPTypes
public import Logging

/// Logs the method, target, status, and duration of each attempt, but no header fields and bodies.
public struct LoggingMiddleware: EndpointMiddleware {
  private let logger: Logger
  private let level: Logger.Level

  /// Creates a middleware.
  ///
  /// - Parameters:
  ///   - logger: The logger.
  ///   - level: The level. Defaults to `debug`.
  public init(_ logger: Logger, level: Logger.Level = .debug) {
    self.logger = logger
    self.level = level
  }

  /// Logs an attempt.
  public func intercept(
    _ request: HTTPRequest, body: HTTPBody?, of attempt: Attempt, next: HTTPTransport.Send
  ) async throws -> TransportResponse {
    let start = ContinuousClock.now
    do {
      let response = try await next(request, body)
      log("\(response.head.status.code)", request, attempt, start)
      return response
    } catch {
      log("\(EndpointError(error))", request, attempt, start)
      throw error
    }
  }

  private func log(
    _ outcome: String, _ request: HTTPRequest, _ attempt: Attempt,
    _ start: ContinuousClock.Instant
  ) {
    logger.log(
      level: level, "\(request.method) \(request.path ?? "") → \(outcome)",
      metadata: [
        "endpoint": "\(attempt.endpoint)", "attempt": "\(attempt.number)",
        "duration": "\(start.duration(to: .now))",
      ])
  }
}

extension LoggingMiddleware: ObservingMiddleware {}
