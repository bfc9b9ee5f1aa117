import EndpointRuntime
import EndpointSimulator
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Zoo

@Suite("The control endpoint")
struct ControlTests {
  private func withControl(
    options: SimulatorOptions = .init(),
    _ test: (Simulator, RawClient, RawClient) async throws -> Void
  ) async throws {
    let simulator = Simulator(
      ZooCatalog.catalog, credentials: SimulatedZoo.keeper,
      options: options, handlers: SimulatedZoo.echoes,
      clock: .manual(at: Date(timeIntervalSince1970: 0)),
      setUp: { store in await store.insert(["id": "first", "password": "hidden"], into: "/pens") })
    let url = "\(try await simulator.start())"
    do {
      try await withOwnTransport { transport in
        try await test(
          simulator, RawClient(baseURL: url, transport: transport),
          RawClient(baseURL: url.replacing("/v1", with: "/__simulator"), transport: transport))
      }
    } catch {
      await simulator.stop()
      throw error
    }
    await simulator.stop()
  }

  @Test("lists exchanges without secrets, and only those after a number")
  func exchanges() async throws {
    try await withControl { simulator, call, control in
      _ = try await call(
        "POST", "/pens?apiKey=k3y", body: #"{"password":"s3cr3t","name":"Rex"}"#,
        authorization: "Basic s3cr3t")
      _ = try await call("GET", "/pens/count")
      let all = try await control("GET", "/exchanges")
      #expect(all.json?["total"] == 2)
      let exchanges = try #require(all.json?["exchanges"]?.array)
      #expect(exchanges.map { $0["number"] } == [1, 2])
      let first = try #require(exchanges.first)
      #expect(first["request"]?["target"] == "/v1/pens?apiKey=%3Credacted%3E")
      #expect(first["request"]?["body"] == ["json": ["password": "<redacted>", "name": "Rex"]])
      #expect(
        first["request"]?["headerFields"]?.array?.contains(
          ["name": "Authorization", "value": "Basic <redacted>"]) == true)
      #expect(first["response"]?["status"] == 401)
      #expect(first["time"] == "1970-01-01T00:00:00Z")
      #expect(
        !all.text.contains("s3cr3t") && !all.text.contains("k3y") && !all.text.contains("nonce"))
      let later = try await control("GET", "/exchanges?after=1")
      #expect(later.json?["exchanges"]?.array?.map { $0["number"] } == [2])
      #expect(try await control("GET", "/exchanges?after=x").status == 400)
      #expect(await simulator.exchangeCount == 2)
    }
  }

  @Test("lists operations and resources")
  func listings() async throws {
    try await withControl { simulator, _, control in
      await simulator.store.set(["open": true, "token": "hidden"], at: "/rules")
      let operations = try await control("GET", "/operations")
      let zoo = try #require(operations.json?.array?.first)
      #expect(zoo["api"] == "Zoo")
      let pen = zoo["operations"]?.array?.first { $0["name"] == "GetPen" }
      #expect(pen?["method"] == "GET" && pen?["path"] == "/pens/{PEN-ID}")
      let collections = try await control("GET", "/resources")
      #expect(
        collections.json
          == [
            "collections": [["path": "/pens", "count": 1]], "documents": [["path": "/rules"]],
          ])
      let pens = try await control("GET", "/resources?path=/pens")
      #expect(
        pens.json
          == [
            "path": "/pens", "items": [["id": "first", "password": "<redacted>"]],
            "document": .null,
          ])
      let rules = try await control("GET", "/resources?path=/rules")
      #expect(rules.json?["items"] == [])
      #expect(rules.json?["document"] == ["open": true, "token": "<redacted>"])
    }
  }

  @Test("adds, lists, and removes faults")
  func faults() async throws {
    try await withControl { simulator, _, control in
      let added = try await control("POST", "/faults", body: #"{"fault":"status=500; times=2"}"#)
      #expect(added.status == 201)
      #expect(added.json == ["id": 1, "fault": "status=500; times=2", "remaining": 2])
      _ = try await control("POST", "/faults", body: #"{"fault":"truncate"}"#)
      #expect(await simulator.faults == [Fault(.status(500), times: 2), Fault(.truncate)])
      #expect(try await control("GET", "/faults").json?["faults"]?.array?.count == 2)
      #expect(try await control("DELETE", "/faults/1").status == 204)
      #expect(try await control("DELETE", "/faults/1").status == 404)
      #expect(await simulator.faults == [Fault(.truncate)])
      #expect(try await control("DELETE", "/faults").status == 204)
      #expect(await simulator.faults.isEmpty)
      for body in ["{}", "x", #"{"fault":"tea"}"#] {
        #expect(try await control("POST", "/faults", body: body).status == 400)
      }
    }
  }

  @Test("reads and changes the clock")
  func clock() async throws {
    try await withControl { simulator, _, control in
      let start = try await control("GET", "/clock")
      #expect(start.json == ["now": "1970-01-01T00:00:00Z", "speed": 0])
      let later = try await control("PATCH", "/clock", body: #"{"advance":"90s"}"#)
      #expect(later.json?["now"] == "1970-01-01T00:01:30Z")
      _ = try await control("PATCH", "/clock", body: #"{"speed":60}"#)
      #expect(simulator.clock.speed == 60)
      for body in [#"{"advance":"-1s"}"#, #"{"speed":-1}"#, "[]"] {
        #expect(try await control("PATCH", "/clock", body: body).status == 400)
      }
    }
  }

  @Test("resets resources and exchanges")
  func reset() async throws {
    try await withControl { simulator, call, control in
      await simulator.store.insert(["id": "second"], into: "/pens")
      await simulator.add(Fault(.truncate))
      _ = try await call("GET", "/pens")
      #expect(try await control("POST", "/reset").status == 204)
      #expect(await simulator.store.list("/pens").map { $0["id"] } == ["first"])
      #expect(await simulator.exchangeCount == 0)
      #expect(await simulator.faults.isEmpty)
    }
  }

  @Test("streams events, from an exchange on")
  func events() async throws {
    try await withControl { simulator, call, control in
      _ = try await call("GET", "/pens/count")
      _ = try await call("GET", "/nowhere")
      let port = try #require(URLComponents(string: call.baseURL)?.port)
      try await RawConnection.run(to: port) { connection in
        try await connection.send(
          "GET /__simulator/events HTTP/1.1\r\nHost: localhost:\(port)\r\nLast-Event-ID: 1\r\n\r\n")
        let head = await connection.receive(through: "id: 2\nevent: exchange\ndata: {")
        #expect(head.contains("text/event-stream") && !head.contains("id: 1\n"))
        await simulator.add(Fault(.truncate))
        _ = await connection.receive(through: "event: faults")
        _ = try await call("GET", "/pens/count")
        #expect(await connection.receive(through: "id: 3\nevent: exchange").contains("id: 3\n"))
        // The stream does not keep the server from stopping.
        await simulator.stop(within: .seconds(3600))
        #expect(await connection.receiveAll().hasSuffix("0\r\n\r\n"))
      }
    }
  }

  @Test("rejects other methods and paths")
  func rejections() async throws {
    try await withControl { _, _, control in
      let method = try await control("PUT", "/clock")
      #expect(method.status == 405 && method.fields[.allow] == "GET, PATCH")
      #expect(try await control("GET", "/nowhere").status == 404)
      #expect(try await control("GET", "").json?["clock"] == "/__simulator/clock")
    }
  }

  @Test(
    "rejects requests of websites",
    arguments: [
      ("attacker.example", nil, 403), ("127.0.0.1.attacker.example", nil, 403),
      ("localhost", "https://attacker.example", 403), ("localhost", "null", 403),
      ("localhost", "http://localhost", 200), ("[::1]:1", nil, 200), ("LOCALHOST:80", nil, 200),
    ])
  func websites(host: String, origin: String?, status: Int) async throws {
    try await withControl { _, call, _ in
      let port = try #require(URLComponents(string: call.baseURL)?.port)
      try await RawConnection.run(to: port) { connection in
        let origin = origin.map { "Origin: \($0)\r\n" } ?? ""
        try await connection.send(
          "GET /__simulator/clock HTTP/1.1\r\nHost: \(host)\r\n\(origin)Connection: close\r\n\r\n")
        #expect(await connection.receiveAll().hasPrefix("HTTP/1.1 \(status) "))
      }
    }
  }

  @Test("can be disabled")
  func disabled() async throws {
    try await withControl(options: .init(isControlEnabled: false)) { _, _, control in
      let response = try await control("GET", "/clock")
      #expect(response.status == 401)
    }
  }
}
