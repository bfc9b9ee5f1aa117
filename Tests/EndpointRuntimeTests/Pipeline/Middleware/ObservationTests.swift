import EndpointRuntime
import HTTPTypes
import InMemoryTracing
import MetricsTestKit
import TestSupport
import Testing
import Tracing
import Zoo

@Suite("Observation")
struct ObservationTests {
  private let transport = ScriptedTransport { request, number in
    if request.digest == nil { return .digest("n") }
    return number == 2 ? Reply(503) : Reply(#"{"id":"1"}"#)
  }

  private func client(_ middleware: any EndpointMiddleware, _ transport: ScriptedTransport? = nil)
    -> EndpointClient<ZooAPI>
  {
    let clock = VirtualClock()
    var configuration = ClientConfiguration.virtual(clock)
    configuration.middleware = [middleware]
    return EndpointClient(
      transport ?? self.transport,
      authenticator: DigestAuthenticator(username: "u", password: "p", clock: StillClock()),
      configuration: configuration)
  }

  @Test("records every attempt once with its outcome")
  func metrics() async throws {
    let metrics = TestMetrics()
    try await client(MetricsMiddleware(metrics)).send(GetPen())
    let timers = metrics.timers(label: "http.client.request.duration")
    let dimensions = timers.map { timer in
      timer.dimensions.map { "\($0)=\($1)" }.joined(separator: " ")
    }
    let call = "endpoint=GetPen http.request.method=GET http.response.status_code="
    #expect(Set(dimensions) == [call + "503", call + "200"])
    #expect(timers.allSatisfy { $0.values.count == 1 })
  }

  @Test("records an attempt without a response by its error")
  func failure() async throws {
    let metrics = TestMetrics()
    let broken = ScriptedTransport { _, _ in
      throw TransportError(.invalidResponse, message: "nonsense")
    }
    _ = try? await client(MetricsMiddleware(metrics), broken).send(GetPen())
    let timer = try #require(metrics.timers(label: "http.client.request.duration").first)
    #expect(timer.dimensions.contains { $0 == ("error.type", "transport") })
  }

  @Test("creates a span for every attempt and propagates its context")
  func traces() async throws {
    let tracer = InMemoryTracer()
    try await client(TracingMiddleware(tracer)).send(GetPen())
    let spans = tracer.finishedSpans
    #expect(spans.map(\.operationName) == ["GetPen", "GetPen"])
    #expect(spans.allSatisfy { $0.kind == .client })
    #expect(spans.map { $0.status?.code } == [.error, nil])
    let attributes = try #require(spans.last).attributes
    #expect(attributes["http.request.method"]?.toSpanAttribute() == .string("GET"))
    #expect(attributes["url.template"]?.toSpanAttribute() == .string("/pens/{PEN-ID}"))
    #expect(attributes["server.address"]?.toSpanAttribute() == .string("zoo.example.com"))
    #expect(attributes["http.request.resend_count"]?.toSpanAttribute() == .int(1))
    #expect(attributes["http.response.status_code"]?.toSpanAttribute() == .int(200))
    let sent = try #require(transport.requests.last).headerFields
    let name = try #require(HTTPField.Name(InMemoryTracer.spanIDKey))
    #expect(sent[name] == spans.last?.spanID)
  }

  @Test("records the error of an attempt without a response in its span")
  func brokenTrace() async throws {
    let tracer = InMemoryTracer()
    let broken = ScriptedTransport { _, _ in
      throw TransportError(.invalidResponse, message: "nonsense")
    }
    _ = try? await client(TracingMiddleware(tracer), broken).send(GetPen())
    let span = try #require(tracer.finishedSpans.first)
    #expect(span.attributes["error.type"]?.toSpanAttribute() == .string("transport"))
    #expect(span.errors.count == 1)
  }
}
