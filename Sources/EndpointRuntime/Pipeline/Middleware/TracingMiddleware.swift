import EndpointModel
public import HTTPTypes
import Instrumentation
public import Tracing

/// Traces each attempt with swift-distributed-tracing and propagates the trace to the server.
///
/// A span has the name of the endpoint, the kind `client`, and the attributes of OpenTelemetry's
/// conventions for HTTP: `http.request.method`, `url.template`, `server.address`,
/// `http.request.resend_count`, and `http.response.status_code` or `error.type`.
public struct TracingMiddleware: EndpointMiddleware {
  private let tracer: (any Tracer)?

  /// Creates a middleware.
  ///
  /// - Parameter tracer: The tracer. Defaults to the bootstrapped tracer.
  public init(_ tracer: (any Tracer)? = nil) { self.tracer = tracer }

  /// Traces an attempt.
  public func intercept(
    _ request: HTTPRequest, body: HTTPBody?, of attempt: Attempt, next: HTTPTransport.Send
  ) async throws -> TransportResponse {
    let tracer = tracer ?? InstrumentationSystem.tracer
    return try await tracer.withAnySpan(attempt.endpoint, ofKind: .client) { span in
      span.attributes["http.request.method"] = request.method.rawValue
      span.attributes["url.template"] = attempt.pathTemplate
      span.attributes["server.address"] = Host(authority: request.authority ?? "").name
      if attempt.number > 1 {
        span.attributes["http.request.resend_count"] = attempt.number - 1
      }
      var traced = request
      tracer.inject(
        span.context, into: &traced.headerFields, using: FieldInjector())
      do {
        let response = try await next(traced, body)
        span.attributes["http.response.status_code"] = response.head.status.code
        if response.head.status.code >= 400 {
          span.setStatus(SpanStatus(code: .error))
          span.attributes["error.type"] = "\(response.head.status.code)"
        }
        return response
      } catch {
        span.attributes["error.type"] = EndpointError(error).kind
        throw error
      }
    }
  }
}

/// Injects the context of a trace into header fields.
private struct FieldInjector: Injector {
  func inject(_ value: String, forKey key: String, into fields: inout HTTPFields) {
    guard let name = HTTPField.Name(key), value.isFieldContent else { return }
    fields[name] = value
  }
}

extension TracingMiddleware: ObservingMiddleware {}
