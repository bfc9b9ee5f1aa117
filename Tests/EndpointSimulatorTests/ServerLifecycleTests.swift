import EndpointSimulator
import Foundation
import TestSupport
import Testing
import Zoo

@Suite("The life of the server of the simulator")
struct ServerLifecycleTests {
  @Test("finishes open requests when it stops, and closes idle connections")
  func gracefulStop() async throws {
    let (gate, entered) = (Gate(), Gate())
    let handlers: [String: Handler] = [
      "CountPens": { _, _ in
        entered.open()
        await gate.wait()
        return .item(["count": 1])
      }
    ]
    let simulator = Simulator(ZooCatalog.catalog, credentials: nil, handlers: handlers)
    let url = try await simulator.start()
    let port = try #require(URLComponents(string: "\(url)")?.port)
    try await RawConnection.run(to: port) { idle in
      try await idle.send(get("/nowhere"))
      _ = await idle.receive(through: "RESOURCE_NOT_FOUND")
      try await RawConnection.run(to: port) { busy in
        try await busy.send(get("/pens/count"))
        await entered.wait()
        let stop = Task { await simulator.stop(within: .seconds(3600)) }
        _ = await idle.receiveAll()
        gate.open()
        let text = await busy.receiveAll()
        #expect(text.contains("200 OK") && text.contains("Connection: close"))
        await stop.value
      }
    }
    await simulator.stop()
    #expect(await simulator.log.map(\.status) == [404, 200])
  }

  @Test("abandons open requests after the grace time")
  func abandonedRequests() async throws {
    let (gate, entered) = (Gate(), Gate())
    let handlers: [String: Handler] = [
      "CountPens": { _, _ in
        entered.open()
        await gate.wait()
        return .item([:])
      }
    ]
    let simulator = Simulator(ZooCatalog.catalog, credentials: nil, handlers: handlers)
    let port = try #require(URLComponents(string: "\(try await simulator.start())")?.port)
    try await RawConnection.run(to: port) { busy in
      try await busy.send(get("/pens/count"))
      await entered.wait()
      await simulator.stop(within: .zero)
      #expect(await busy.receiveAll().isEmpty)
    }
    gate.open()
  }

  @Test("can be started again after it was stopped, several times")
  func restart() async throws {
    let simulator = Simulator(ZooCatalog.catalog, credentials: nil)
    await simulator.stop()
    let first = try await simulator.start()
    #expect(try await simulator.start() == first)
    async let one: Void = simulator.stop()
    async let other: Void = simulator.stop()
    _ = await (one, other)
    let second = RawClient(baseURL: "\(try await simulator.start())")
    #expect(try await second("GET", "/pens").status == 200)
    await simulator.stop()
    await simulator.stop()
  }

  @Test("reports that its port is in use")
  func portInUse() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let port = try #require(URLComponents(string: call.baseURL)?.port)
      let second = Simulator(ZooCatalog.catalog, credentials: nil, port: UInt16(port))
      let failure = await #expect(throws: ListeningFailure.self) { try await second.start() }
      #expect(failure?.isPortInUse == true && failure?.port == UInt16(port))
    }
  }

  @Test("keeps the latest exchanges only")
  func boundedLog() async throws {
    let simulator = Simulator(
      ZooCatalog.catalog, credentials: nil, options: .init(maximumExchanges: 3))
    let call = RawClient(baseURL: "\(try await simulator.start())")
    for number in 1...5 { _ = try await call("POST", "/pens", body: "{\"id\":\"\(number)\"}") }
    #expect(await simulator.exchangeCount == 5)
    #expect(await simulator.exchanges.map(\.number) == [3, 4, 5])
    #expect(await simulator.requests.map { $0.json?["id"] } == ["3", "4", "5"])
    #expect(await simulator.exchanges.last?.operation == "AddPen")
    #expect(await simulator.exchanges.last?.response?.json?["id"] == "5")
    await simulator.stop()
  }
}
