import EndpointRuntime
import EndpointSimulator
import Testing

@Suite("A response")
struct ConventionTests {
  private func withPens(
    _ count: Int, _ test: (RawClient) async throws -> Void
  ) async throws {
    try await SimulatedZoo.withSimulator { simulator, call in
      for number in 1...count {
        await simulator.store.insert(["id": .string("\(number)")], into: "/pens")
      }
      try await test(call)
    }
  }

  private func ids(_ response: RawClient.Response) -> [String] {
    (response.json?["results"]?.array ?? []).compactMap { $0["id"]?.string }
  }

  private func links(_ response: RawClient.Response) -> [String: String] {
    let pairs = (response.json?["links"]?.array ?? []).map { link in
      (link["rel"]?.string ?? "", link["href"]?.string ?? "")
    }
    return Dictionary(pairs) { "\($0) and \($1)" }
  }

  @Test("is a page with a total and links if the endpoint is paginated")
  func pages() async throws {
    try await withPens(203) { call in
      let url = call.baseURL + "/pens"
      let first = try await call("GET", "/pens")
      #expect(ids(first) == (1...100).map(String.init))
      #expect(first.json?["totalCount"] == 203)
      #expect(
        links(first) == [
          "self": url + "?pageNum=1&itemsPerPage=100", "next": url + "?pageNum=2&itemsPerPage=100",
        ])
      let second = try await call("GET", "/pens?pageNum=2")
      #expect(ids(second) == (101...200).map(String.init))
      #expect(links(second).keys.sorted() == ["next", "previous", "self"])
      let last = try await call("GET", "/pens?pageNum=2&itemsPerPage=150")
      #expect(ids(last) == (151...203).map(String.init))
      #expect(links(last).keys.sorted() == ["previous", "self"])
    }
  }

  @Test("has links to the neighboring pages")
  func followedLinks() async throws {
    try await withPens(5) { call in
      var seen: [String] = []
      var target: String? = "/pens?itemsPerPage=2&includeCount=false&mood=a%26b"
      while let next = target {
        let page = try await call("GET", next)
        #expect(page.json?["totalCount"] == nil)
        seen += ids(page)
        let link = links(page)["next"]
        if let link { #expect(link.hasPrefix(call.baseURL) && link.contains("mood=a%26b")) }
        target = link.map { String($0.dropFirst(call.baseURL.count)) }
        try #require(seen.count < 10)
      }
      #expect(seen == ["1", "2", "3", "4", "5"])
    }
  }

  @Test(
    "is empty beyond the last page",
    arguments: ["pageNum=9", "pageNum=9223372036854775807", "pageNum=4&itemsPerPage=1"])
  func beyond(query: String) async throws {
    try await withPens(3) { call in
      let page = try await call("GET", "/pens?" + query)
      #expect(page.status == 200)
      #expect(page.json?["results"] == [])
      #expect(page.json?["totalCount"] == 3)
      #expect(links(page)["next"] == nil)
    }
  }

  @Test(
    "is a 400 for a page or a size out of bounds",
    arguments: [
      ("pageNum=0", "pageNum"), ("pageNum=-1", "pageNum"), ("pageNum=x", "pageNum"),
      ("itemsPerPage=0", "itemsPerPage"), ("itemsPerPage=501", "itemsPerPage"),
      ("includeCount=no", "includeCount"),
    ])
  func bounds(query: String, name: String) async throws {
    try await withPens(1) { call in
      let response = try await call("GET", "/pens?" + query)
      #expect(response.status == 400)
      #expect(response.json?["errorCode"] == "INVALID_QUERY_PARAMETER")
      #expect(response.json?["parameters"]?.array?.first == .string(name))
    }
  }

  @Test("is an array for a list that is not paginated")
  func bareList() async throws {
    try await withPens(1) { call in
      let added = try await call("POST", "/pens/1/toys", body: #"{"id":"ball"}"#)
      #expect(added.status == 200)
      let toys = try await call("GET", "/pens/1/toys?pageNum=0")
      #expect(toys.json == [["id": "ball"]])
    }
  }

  @Test("has its status in the envelope and 200 outside")
  func envelopes() async throws {
    try await withPens(1) { call in
      let single = try await call("GET", "/pens/1?envelope=true")
      #expect(single.json == ["status": 200, "content": ["id": "1"]])
      let created = try await call("POST", "/pens?envelope=true", body: "{}")
      #expect(created.status == 200)
      #expect(created.json?["status"] == 201)
      let list = try await call("GET", "/pens?envelope=true")
      #expect(list.json?["status"] == 200)
      #expect(list.json?["results"]?.array?.count == 2)
      #expect(list.json?["totalCount"] == 2)
      #expect(list.json?["content"] == nil)
      let missing = try await call("GET", "/pens/9?envelope=true")
      #expect(missing.status == 200)
      #expect(missing.json?["status"] == 404)
      #expect(missing.json?["content"]?["errorCode"] == "RESOURCE_NOT_FOUND")
      let removed = try await call("DELETE", "/pens/1?envelope=true")
      #expect(removed.status == 200)
      #expect(removed.json == ["status": 200, "content": [:]])
    }
  }

  @Test("is indented on request")
  func pretty() async throws {
    try await withPens(1) { call in
      let plain = try await call("GET", "/pens/1")
      #expect(plain.text == #"{"id":"1"}"#)
      #expect(try await call("GET", "/pens/1?pretty=false").text == #"{"id":"1"}"#)
      let indented = try await call("GET", "/pens/1?pretty=true").text
      #expect(indented.split(separator: "\n").count == 3)
      #expect(indented.contains("  \"id\""))
    }
  }
}
