import EndpointAsyncHTTPClient
import EndpointRuntime
import EndpointSimulator
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Zoo

@Suite("A fault")
struct FaultTests {
  private func withFaults(
    _ faults: [Fault], seed: UInt64 = 0, rateLimit: SimulatedRateLimit? = nil,
    clock: SimulatedClock = .manual(), credentials: SimulatedCredentials? = nil,
    faultClock: any Clock<Duration> = EagerClock(),
    _ test: (Simulator, RawClient) async throws -> Void
  ) async throws {
    let simulator = Simulator(
      ZooCatalog.catalog, credentials: credentials,
      options: .init(
        faults: faults, faultSeed: seed, rateLimit: rateLimit, faultClock: faultClock),
      handlers: [
        "GetPen": { _, _ in .item(["text": .string(String(repeating: "x", count: 100))]) }
      ],
      clock: clock)
    let url = "\(try await simulator.start())"
    do {
      try await withOwnTransport { transport in
        try await test(simulator, RawClient(baseURL: url, transport: transport))
      }
    } catch {
      await simulator.stop()
      throw error
    }
    await simulator.stop()
  }

  @Test("responds with a status a number of times")
  func status() async throws {
    try await withFaults([Fault(.status(500), endpoint: "GetPen", times: 2)]) { simulator, call in
      #expect(try await call("GET", "/pens").status == 200)
      let response = try await call("GET", "/pens/1")
      #expect(response.status == 500 && response.json?["errorCode"] == "UNEXPECTED_ERROR")
      #expect(await simulator.faults.map(\.times) == [1])
      #expect(try await call("GET", "/pens/1").status == 500)
      #expect(try await call("GET", "/pens/1").status == 200)
      #expect(await simulator.faults.isEmpty)
      #expect(
        await simulator.exchanges.map(\.faults) == [[], [.status(500)], [.status(500)], []])
    }
  }

  @Test("has the fields of a rate limit for 429, and the text of a proxy for 503")
  func specialStatuses() async throws {
    try await withFaults([]) { _, call in
      let limited = try await call(
        "GET", "/pens", fields: ["X-Simulator-Fault": "status=429; retry-after=1500ms"])
      #expect(limited.status == 429 && limited.json?["errorCode"] == "RATE_LIMITED")
      #expect(limited.fields[.retryAfter] == "2")
      #expect(limited.fields.rateLimit?.remaining == 0)
      let unavailable = try await call(
        "GET", "/pens", fields: ["X-Simulator-Fault": "status=503"])
      #expect(unavailable.status == 503 && unavailable.json == nil)
      #expect(unavailable.fields[.server] == "envoy")
      #expect(unavailable.text.hasPrefix("upstream connect error"))
      #expect(unavailable.fields[.retryAfter] == nil)
    }
  }

  @Test("closes the connection before or after the request is handled")
  func dropped() async throws {
    try await withFaults([]) { simulator, call in
      for (stage, count) in [("request", 0), ("response", 1)] {
        await #expect(throws: TransportError.self) {
          _ = try await call(
            "POST", "/pens", body: #"{"id":"1"}"#,
            fields: ["X-Simulator-Fault": "drop=\(stage)"])
        }
        #expect(await simulator.store.list("/pens").count == count)
        let exchange = await simulator.exchanges.last
        #expect(exchange?.response == nil && exchange?.operation == "AddPen")
      }
      #expect(await simulator.log.map(\.status) == [0, 0])
    }
  }

  @Test("closes the connection in the middle of the body")
  func interrupted() async throws {
    try await withFaults([]) { _, call in
      await #expect(throws: EndpointError.self) {
        _ = try await call("GET", "/pens/1", fields: ["X-Simulator-Fault": "drop=body"])
      }
      let whole = try await call("GET", "/pens/1")
      #expect(whole.status == 200)
    }
  }

  @Test("truncates the body")
  func truncated() async throws {
    try await withFaults([]) { _, call in
      let whole = try await call("GET", "/pens/1")
      let half = try await call("GET", "/pens/1", fields: ["X-Simulator-Fault": "truncate"])
      #expect(half.data == whole.data.prefix(whole.data.count / 2))
      #expect(half.fields[.contentLength] == String(half.data.count))
    }
  }

  @Test("delays the response and its body by the clock of faults")
  func delays() async throws {
    let clock = EagerClock()
    try await withFaults([], faultClock: clock) { _, call in
      let late = try await call("GET", "/pens/1", fields: ["X-Simulator-Fault": "latency=2s"])
      #expect(late.status == 200)
      #expect(clock.now.offset == .seconds(2))
      let slow = try await call("GET", "/pens/1", fields: ["X-Simulator-Fault": "slow-body=10s"])
      #expect(slow.data == late.data)
      #expect(slow.fields[.contentLength] == String(late.data.count))
      #expect(clock.now.offset == .seconds(12))
    }
  }

  @Test("combines several faults in one field, in their order")
  func combined() async throws {
    let clock = EagerClock()
    try await withFaults([], faultClock: clock) { _, call in
      let response = try await call(
        "GET", "/pens/1", fields: ["X-Simulator-Fault": "latency=1s, latency=2s, status=500"])
      #expect(response.status == 500)
      #expect(clock.now.offset == .seconds(3))
    }
  }

  @Test("is reported as invalid in the field of a request")
  func invalidField() async throws {
    try await withFaults([]) { _, call in
      let response = try await call("GET", "/pens", fields: ["X-Simulator-Fault": "latncy=2s"])
      #expect(response.status == 400)
      #expect(response.json?["errorCode"] == "INVALID_HEADER_FIELD")
      #expect(response.json?["detail"]?.string?.contains("latncy") == true)
    }
  }

  @Test("applies to paths and methods")
  func rules() async throws {
    let faults = [Fault(.status(502), method: "POST", pathPrefix: "/v1/pens")]
    try await withFaults(faults) { _, call in
      let post = try await call("POST", "/pens", body: "{}")
      #expect(post.status == 502)
      #expect(try await call("GET", "/pens").status == 200)
      #expect(try await call("POST", "/nowhere").status == 404)
    }
  }

  @Test("does not count requests that are challenged")
  func challenges() async throws {
    try await withFaults([Fault(.status(503), times: 1)], credentials: SimulatedZoo.keeper) {
      simulator, call in
      let client = EndpointClient<ZooAPI>(
        baseURL: try BaseURL(call.baseURL),
        authenticator: DigestAuthenticator(username: "keeper", password: "open sesame"),
        transport: call.transport,
        configuration: .init(timeout: .seconds(86_400), retryPolicy: .init(baseDelay: .zero)))
      _ = try await client.send(ListPens())
      #expect(await simulator.log.map(\.status) == [401, 503, 200])
    }
  }

  @Test("occurs with a probability that a seed determines")
  func probability() async throws {
    var results: [[Int]] = []
    for seed in [1, 1, 2] as [UInt64] {
      try await withFaults([Fault(.status(500), probability: 0.5)], seed: seed) { simulator, call in
        for _ in 0..<40 { _ = try await call("GET", "/pens") }
        results.append(await simulator.log.map(\.status))
      }
    }
    #expect(results[0] == results[1] && results[0] != results[2])
    #expect((5...35).contains(results[0].count { $0 == 500 }))
  }

  @Test("is in a rate limit of the simulator by its clock")
  func rateLimit() async throws {
    let clock = SimulatedClock.manual()
    let limit = SimulatedRateLimit(requests: 2, per: .seconds(60), placeholder: "PEN-ID")
    try await withFaults([], rateLimit: limit, clock: clock) { _, call in
      var remaining: [Int?] = []
      var statuses: [Int] = []
      for _ in 0..<3 {
        let response = try await call("GET", "/pens/1")
        remaining.append(response.fields.rateLimit?.remaining)
        statuses.append(response.status)
      }
      #expect(statuses == [200, 200, 429] && remaining == [1, 0, 0])
      let rejected = try await call("GET", "/pens/1")
      #expect(rejected.json?["errorCode"] == "RATE_LIMITED_TOKEN_BUCKET")
      #expect(rejected.fields[.retryAfter] == "30" && rejected.fields.rateLimit?.limit == 2)
      #expect(try await call("GET", "/pens/2").status == 200)
      #expect(try await call("GET", "/pens").fields.rateLimit == nil)
      clock.advance(by: .seconds(30))
      #expect(try await call("GET", "/pens/1").status == 200)
      #expect(try await call("GET", "/pens/1").status == 429)
    }
  }
}

@Suite("The text of a fault")
struct FaultSyntaxTests {
  @Test(
    "is parsed and written",
    arguments: [
      ("latency=2s", Fault(.latency(.seconds(2)))),
      ("latency=1500ms", Fault(.latency(.milliseconds(1500)))),
      ("slow-body=60s", Fault(.slowBody(.seconds(60)))),
      ("status=503", Fault(.status(503))),
      ("status=429; retry-after=5s", Fault(.status(429, retryAfter: .seconds(5)))),
      ("drop=request", Fault(.drop(.request))), ("drop=response", Fault(.drop(.response))),
      ("drop=body", Fault(.drop(.body))), ("truncate", Fault(.truncate)),
      (
        "status=500; endpoint=GetPen; method=GET; path=/v1; times=3; probability=0.25",
        Fault(
          .status(500), endpoint: "GetPen", method: "GET", pathPrefix: "/v1", times: 3,
          probability: 0.25)
      ),
    ])
  func roundTrip(text: String, fault: Fault) throws {
    #expect(try Fault(parsing: text) == fault)
    #expect(fault.description == text)
    #expect(Fault(text) == fault)
  }

  @Test("may have other units, spaces, and cases of names")
  func variants() throws {
    #expect(
      try Fault(parsing: " Latency = 1.5m ;TIMES=2") == Fault(.latency(.seconds(90)), times: 2))
    #expect(try Fault(parsing: "latency=0s").action == .latency(.zero))
    #expect(try Fault(parsing: "latency=1h;method=get").method == "GET")
  }

  @Test(
    "is reported with the invalid part",
    arguments: [
      ("", ""), ("latncy=2s", "latncy=2s"), ("latency", "latency"), ("latency=2", "latency=2"),
      ("latency=-1s", "latency=-1s"), ("latency=25h", "latency=25h"),
      ("latency=1e9s", "latency=1e9s"),
      ("status=200", "status=200"), ("status=x", "status=x"), ("drop", "drop"),
      ("drop=all", "drop=all"), ("truncate=1", "truncate=1"), ("truncate; times=0", "times=0"),
      ("truncate; probability=2", "probability=2"),
      ("truncate; probability=nan", "probability=nan"),
      ("truncate; path=v1", "path=v1"), ("truncate; retry-after=1s", "retry-after=1s"),
      ("truncate; tmes=1", "tmes=1"), ("truncate;", ""),
    ])
  func invalid(text: String, part: String) {
    let error = #expect(throws: FaultSyntaxError.self) { try Fault(parsing: text) }
    #expect(error?.part == part)
    #expect(error?.description.contains("'\(text)'") == true)
    #expect(Fault(text) == nil)
  }
}
