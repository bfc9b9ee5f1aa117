import EndpointRuntime
import EndpointSimulator
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Zoo

@Suite("The console")
struct ConsoleTests {
  private static let files = ["console", "console.css", "console.js"]

  /// Runs a test with a client of the control endpoint.
  private func withConsole(
    isEnabled: Bool = true, faults: [Fault] = [],
    _ test: (Simulator, RawClient) async throws -> Void
  ) async throws {
    try await withServerLimit {
      let simulator = Simulator(
        ZooCatalog.catalog, credentials: SimulatedZoo.keeper,
        options: .init(faults: faults, isConsoleEnabled: isEnabled), clock: .manual(),
        setUp: { store in await store.insert(["id": "p1", "name": "Savanna"], into: "/pens") })
      let url = "\(try await simulator.start())".replacing("/v1", with: "/__simulator")
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
  }

  /// Asks the control endpoint to perform a request.
  private func perform(
    _ request: JSON, with control: RawClient, type: String? = "application/json"
  ) async throws -> RawClient.Response {
    let body = String(decoding: try JSONEncoder().encode(request), as: UTF8.self)
    let fields = type.map { ["Content-Type": $0] } ?? [:]
    return try await control("POST", "/requests", body: body, fields: fields)
  }

  @Test("is not served by default", arguments: files)
  func disabled(file: String) async throws {
    try await withConsole(isEnabled: false) { _, control in
      let response = try await control("GET", "/\(file)")
      #expect(response.status == 404)
      let index = try await control("GET", "")
      #expect(index.json?["clock"] != nil && index.json?["console"] == nil)
    }
  }

  @Test("is served with fields that keep other origins out", arguments: files)
  func served(file: String) async throws {
    try await withConsole { simulator, control in
      let response = try await control("GET", "/\(file)")
      #expect(response.status == 200)
      let type = try #require(response.fields[.contentType])
      let types = ["console": "html", "console.css": "css", "console.js": "javascript"]
      #expect(type == "text/\(types[file] ?? ""); charset=utf-8")
      let policy = try #require(
        HTTPField.Name("Content-Security-Policy").flatMap { response.fields[$0] })
      #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'"))
      #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"))
      #expect(response.fields[.xContentTypeOptions] == "nosniff")
      #expect(!response.text.isEmpty)
      #expect(try await control("HEAD", "/\(file)").status == 200)
      #expect(try await control("POST", "/\(file)").status == 405)
      #expect(try await control("GET", "").json?["console"] == "/__simulator/console")
      #expect(await simulator.exchangeCount == 0)
    }
  }

  @Test("has no inline script, no style and no address of another origin")
  func page() async throws {
    try await withConsole { _, control in
      let page = try await control("GET", "/console").text
      #expect(page.contains(#"<script src="console.js" defer></script>"#))
      #expect(!page.contains("<style") && !page.contains("style=") && !page.contains(" onclick"))
      let script = try await control("GET", "/console.js").text
      #expect(!script.contains("innerHTML") && !script.contains("https:"))
    }
  }

  @Test("describes an operation for its form")
  func operation() async throws {
    try await withConsole { _, control in
      let get = try #require(try await control("GET", "/operations/Zoo/GetPen").json)
      #expect(get["method"] == "GET" && get["path"] == "/v1/pens/{PEN-ID}")
      let parameters = get["parameters"]?.array
      let pen = parameters?.first { $0["name"] == "PEN-ID" }
      #expect(pen?["in"] == "path" && pen?["required"] == true && pen?["known"] == ["p1"])
      #expect(get["body"] == nil)
      let create = try #require(try await control("GET", "/operations/Zoo/AddPen").json)
      let example = try #require(create["body"]?["example"]?.string)
      #expect(JSONCoding.document(Data(example.utf8))?.object != nil)
      #expect(create["body"]?["contentType"] == "application/vnd.zoo.2026-01-01+json")
      for path in ["Zoo/Nothing", "Farm/GetPen", "Zoo"] {
        #expect(try await control("GET", "/operations/\(path)").status == 404)
      }
      #expect(try await control("POST", "/operations/Zoo/GetPen").status == 405)
    }
  }

  @Test("performs requests without credentials, and records them")
  func requests() async throws {
    try await withConsole { simulator, control in
      let response = try await perform(
        [
          "method": "GET", "target": "/v1/pens/p1",
          "headerFields": [["name": "Accept", "value": "application/json"]], "body": .null,
        ], with: control)
      #expect(response.status == 200)
      let exchange = try #require(response.json)
      #expect(exchange["number"] == 1 && exchange["operation"] == "GetPen")
      #expect(exchange["response"]?["status"] == 200)
      #expect(exchange["response"]?["body"]?["json"]?["name"] == "Savanna")
      #expect(exchange["request"]?["headerFields"]?.array?.count == 1)
      #expect(await simulator.exchanges.map(\.operation) == ["GetPen"])
      let recorded = try await control("GET", "/exchanges").json?["exchanges"]?.array?.first
      #expect(recorded == exchange)
      // An exchange that was recorded can be sent again.
      let request = try #require(exchange["request"])
      #expect(try await perform(request, with: control).json?["number"] == 2)
    }
  }

  @Test("performs requests with the checks and faults of all requests")
  func checks() async throws {
    try await withConsole { simulator, control in
      func status(_ request: JSON) async throws -> JSON? {
        try await perform(request, with: control).json?["response"]?["status"]
      }
      #expect(try await status(["method": "GET", "target": "/v1/nowhere"]) == 404)
      #expect(try await status(["method": "GET", "target": "/__simulator/clock"]) == 404)
      let create: JSON = ["method": "POST", "target": "/v1/pens", "body": ["text": "{"]]
      #expect(try await status(create) == 400)
      await simulator.add(Fault(.status(503), times: 1))
      #expect(try await status(["method": "GET", "target": "/v1/pens"]) == 503)
      await simulator.add(Fault(.drop(.response), times: 1))
      let closed = try await perform(["method": "GET", "target": "/v1/pens"], with: control).json
      #expect(closed?["response"] == .null && closed?["faults"] == ["drop=response"])
      #expect(try await status(["method": "GET", "target": "/v1/pens"]) == 200)
      #expect(await simulator.exchangeCount == 6)
      // Others still need credentials.
      let call = RawClient(
        baseURL: control.baseURL.replacing("/__simulator", with: "/v1"),
        transport: control.transport)
      #expect(try await call("GET", "/pens").status == 401)
    }
  }

  @Test(
    "rejects descriptions of requests that are invalid",
    arguments: [
      #"{}"#, #"{"method": "GET"}"#, #"{"method": "G T", "target": "/v1"}"#,
      #"{"method": "GET", "target": "v1"}"#, #"{"method": "GET", "target": "/v1 HTTP/1.1\r\n"}"#,
      #"{"method": "GET", "target": "/v1", "headerFields": {}}"#,
      #"{"method": "GET", "target": "/v1", "headerFields": [{"name": "a b", "value": "c"}]}"#,
      #"{"method": "GET", "target": "/v1", "headerFields": [{"name": "a", "value": "b\r\nc"}]}"#,
      #"{"method": "PUT", "target": "/v1", "body": "text"}"#,
      #"{"method": "PUT", "target": "/v1", "body": {"bytes": 3}}"#, "[]", "x",
    ])
  func invalidRequests(body: String) async throws {
    try await withConsole { simulator, control in
      let response = try await control(
        "POST", "/requests", body: body, fields: ["Content-Type": "application/json"])
      #expect(response.status == 400 && response.json?["error"]?.string != nil)
      #expect(await simulator.exchangeCount == 0)
    }
  }

  @Test("performs no requests for forms and websites")
  func websites() async throws {
    try await withConsole { simulator, control in
      let request: JSON = ["method": "DELETE", "target": "/v1/pens/p1"]
      for type in [nil, "text/plain", "application/x-www-form-urlencoded", "application/jsonp"] {
        #expect(try await perform(request, with: control, type: type).status == 415)
      }
      let body = #"{"method": "DELETE", "target": "/v1/pens/p1"}"#
      for origin in ["https://attacker.example", "null"] {
        let response = try await control(
          "POST", "/requests", body: body,
          fields: ["Content-Type": "application/json", "Origin": origin])
        #expect(response.status == 403)
      }
      #expect(try await control("GET", "/requests").status == 405)
      #expect(await simulator.exchangeCount == 0)
      #expect(await simulator.store.list("/pens").count == 1)
    }
  }
}
