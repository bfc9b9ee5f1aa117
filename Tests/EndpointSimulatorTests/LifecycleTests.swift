import EndpointRuntime
import EndpointSimulator
import Foundation
import TestSupport
import Testing
import Zoo

@Suite("A simulator")
struct LifecycleTests {
  @Test("runs beside others with separate resources")
  func several() async throws {
    try await SimulatedZoo.withSimulator { _, first in
      try await SimulatedZoo.withSimulator { _, second in
        #expect(first.baseURL != second.baseURL)
        _ = try await first("POST", "/pens", body: "{}")
        #expect(try await first("GET", "/pens/count").json == ["count": 1])
        #expect(try await second("GET", "/pens/count").json == ["count": 0])
      }
    }
  }

  @Test("stops responding and releases its port")
  func stopping() async throws {
    let simulator = Simulator(ZooCatalog.catalog, credentials: nil)
    let call = RawClient(baseURL: "\(try await simulator.start())")
    _ = try await call("GET", "/pens")
    await simulator.stop()
    let port = try #require(URLComponents(string: call.baseURL)?.port)
    let next = Simulator(ZooCatalog.catalog, credentials: nil, port: UInt16(port))
    #expect(try await next.start().description == call.baseURL)
    // Another client, whose pool has no connection to the stopped server.
    try await withOwnTransport { transport in
      let other = RawClient(baseURL: call.baseURL, transport: transport)
      let response = try await other("GET", "/pens")
      #expect(response.status == 200)
    }
    #expect(await simulator.log.count == 1)
    #expect(await next.log.count == 1)
    await next.stop()
  }

  @Test("reports that its port is in use")
  func takenPort() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let port = try #require(URLComponents(string: call.baseURL)?.port)
      let second = Simulator(ZooCatalog.catalog, credentials: nil, port: UInt16(port))
      await #expect(throws: (any Error).self) { try await second.start() }
      await second.stop()
      #expect(try await call("GET", "/pens").status == 200)
    }
  }

  @Test("responds to a hundred concurrent requests")
  func concurrency() async throws {
    try await SimulatedZoo.withSimulator { simulator, call in
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<100 {
          group.addTask { try await call("POST", "/pens", body: "{\"id\":\"\(number)\"}").status }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses == Array(repeating: 201, count: 100))
      #expect(try await call("GET", "/pens/count").json == ["count": 100])
      #expect(await simulator.log.count == 101)
    }
  }

  @Test("logs methods, targets, and statuses")
  func log() async throws {
    try await SimulatedZoo.withSimulator { simulator, call in
      _ = try await call("POST", "/pens?pretty=true", body: "{}")
      _ = try await call("GET", "/nowhere", authorization: "Basic eDp5")
      #expect(
        await simulator.log == [
          RecordedExchange(
            method: "POST", target: "/v1/pens?pretty=true", isAuthorized: false, status: 201),
          RecordedExchange(
            method: "GET", target: "/v1/nowhere", isAuthorized: true, status: 404),
        ])
    }
  }
}
