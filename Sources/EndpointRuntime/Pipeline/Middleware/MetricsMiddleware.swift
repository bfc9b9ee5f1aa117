import EndpointModel
public import HTTPTypes
public import Metrics

/// Records metrics of each attempt with swift-metrics.
///
/// The timer `http.client.request.duration` has the dimensions `endpoint`, `http.request.method`,
/// and `http.response.status_code`, or `error.type` if there was no response. Every attempt is one
/// recording.
public struct MetricsMiddleware: EndpointMiddleware {
  private let factory: (any MetricsFactory)?

  /// Creates a middleware.
  ///
  /// - Parameter factory: The factory of the metrics. Defaults to the bootstrapped metrics system.
  public init(_ factory: (any MetricsFactory)? = nil) { self.factory = factory }

  /// Records an attempt.
  public func intercept(
    _ request: HTTPRequest, body: HTTPBody?, of attempt: Attempt, next: HTTPTransport.Send
  ) async throws -> TransportResponse {
    let start = ContinuousClock.now
    do {
      let response = try await next(request, body)
      record(start, request, attempt, ("http.response.status_code", "\(response.head.status.code)"))
      return response
    } catch {
      record(start, request, attempt, ("error.type", EndpointError(error).kind))
      throw error
    }
  }

  private func record(
    _ start: ContinuousClock.Instant, _ request: HTTPRequest, _ attempt: Attempt,
    _ outcome: (String, String)
  ) {
    Metrics.Timer(
      label: "http.client.request.duration",
      dimensions: [
        ("endpoint", attempt.endpoint), ("http.request.method", request.method.rawValue),
        outcome,
      ], factory: factory ?? MetricsSystem.factory
    ).record(duration: start.duration(to: .now))
  }
}

extension MetricsMiddleware: ObservingMiddleware {}
