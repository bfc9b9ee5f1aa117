import EndpointRuntime
import Foundation
import Synchronization
import Testing
import Zoo

@Suite("The decoding of responses")
struct DecodingTests {
  private func client(_ reply: Reply, limit: Int = 1 << 20) -> EndpointClient<ZooAPI> {
    EndpointClient(
      ScriptedTransport { _, _ in reply },
      configuration: ClientConfiguration(timeout: .seconds(86_400), maximumResponseSize: limit))
  }

  @Test("reports the path to a value that does not match")
  func failurePath() async throws {
    let error = await failure {
      try await client(Reply(#"{"results":[{"id":"1"},{"id":2}]}"#)).send(ListPens())
    }
    let decoding = try #require(error?.decoding)
    #expect(decoding.endpoint == "ListPens")
    #expect(decoding.codingPath == "results.1.id")
    #expect(decoding.excerpt.hasPrefix(#"{"results""#))
  }

  @Test(
    "rejects bodies that are not JSON", arguments: ["", "<html>", "{", "[", "nul"])
  func noJSON(body: String) async {
    let error = await failure {
      try await client(Reply(body)).send(GetPen())
    }
    #expect(error?.decoding != nil)
  }

  @Test(
    "accepts any body and any status of success without a type",
    arguments: [200, 202, 204, 206])
  func void(status: Int) async throws {
    try await client(Reply(status, [], "<html>")).send(DeletePen())
  }

  @Test("accepts any 2xx status")
  func lenientStatus() async throws {
    #expect(try await client(Reply(201, [], #"{"id":"1"}"#)).send(GetPen()).id == "1")
  }

  @Test("rejects a response above the size limit only")
  func size() async throws {
    let body = #"{"id":"12345"}"#
    #expect(try await client(Reply(body), limit: body.utf8.count).send(GetPen()).id == "12345")
    let error = await failure {
      try await client(Reply(body), limit: body.utf8.count - 1).send(GetPen())
    }
    #expect(error?.transport?.kind == .invalidResponse)
  }

  @Test("accepts ISO 8859-1")
  func latin1() async throws {
    var reply = Reply()
    reply.body = Data(#"{"id":"caf"#.utf8) + [0xE9] + Data(#""}"#.utf8)
    #expect(try await client(reply).send(GetPen()).id == "café")
  }

  @Test(
    "accepts pages in all their forms",
    arguments: [
      (#"{"results":[{"id":"1"}],"totalCount":9}"#, 1, 9 as Int?), (#"{"results":null}"#, 0, nil),
      ("{}", 0, nil), ("null", 0, nil), ("[]", 0, nil), (#"[{"id":"1"},{"id":"2"}]"#, 2, nil),
      (#"{"results":[],"totalCount":"many"}"#, 0, nil),
    ])
  func page(body: String, count: Int, total: Int?) async throws {
    let page = try await client(Reply(body)).send(ListPens())
    #expect(page.items.count == count)
    #expect(page.totalCount == total)
  }

  @Test("reports an empty body of a type")
  func emptyBody() async {
    let transport = ScriptedTransport { _, _ in Reply(200) }
    let error = await failure { try await EndpointClient<ZooAPI>(transport).send(GetPen()) }
    for part in ["200", "no body", "executed"] {
      #expect(error?.description.contains(part) == true)
    }
  }

  @Test("rejects an HTML page, also without a declared type")
  func loginPage() async {
    let transport = ScriptedTransport { _, _ in
      Reply(200, [("Content-Type", "text/html; charset=utf-8")], "<html>Log in</html>")
    }
    let client = EndpointClient<ZooAPI>(transport)
    let nothing = await failure { try await client.send(DeletePen()) }
    let pen = await failure { try await client.send(GetPen()) }
    for error in [nothing, pen] { #expect(error?.description.contains("login page") == true) }
  }

  @Test("limits the excerpt of many short values")
  func shortValues() async {
    let body = "[" + Array(repeating: "0", count: 95).joined(separator: ",") + "]"
    let transport = ScriptedTransport { _, _ in Reply(body) }
    let error = await failure { try await EndpointClient<ZooAPI>(transport).send(GetPen()) }
    guard case .decoding(let failure) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.excerpt.count == 402 && failure.excerpt.hasSuffix(" …"))
  }

  @Test("rejects deeply nested JSON, also on a small stack")
  func depth() throws {
    let result = Mutex<[Bool]>([])
    let ended = DispatchSemaphore(value: 0)
    let thread = Thread {
      for depth in [10, 60, 100, 300, 500] {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let value = try? JSONDecoder().decode(JSON.self, from: Data(text.utf8))
        result.withLock { $0.append(value != nil) }
      }
      ended.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    ended.wait()
    #expect(result.withLock { $0 } == [true, true, false, false, false])
  }

  @Test("accepts literals and some(_:) where null has a meaning")
  func nullable() {
    let text: Nullable<String> = "x"
    let number: Nullable<Int> = 5
    let isOn: Nullable<Bool> = true
    #expect(text == .value("x") && text == .some("x"))
    #expect(number == .value(5) && isOn == .value(true))
  }
}
