import EndpointRuntime
import EndpointSimulator
import Testing

@Suite("A list of the simulator")
struct ListTests {
  @Test("has the items with the trailing values of its path")
  func placeholders() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      for wall in ["north", "south", "north"] {
        let body = #"{"room":"attic","wall":"\#(wall)"}"#
        #expect(try await call("POST", "/shelves", body: body).status == 201)
      }
      let north = try await call("GET", "/shelves/attic/north")
      #expect(north.status == 200)
      #expect(north.json?.array?.map { $0["wall"] } == ["north", "north"])
      #expect(try await call("GET", "/shelves/attic/east").json == [])
    }
  }

  @Test("adds each element of a posted list and returns the collection")
  func posted() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let body = #"[{"house":"a","login":"1"},{"house":"a","login":"2"}]"#
      let first = try await call("POST", "/keepers", body: body)
      #expect(first.status == 201)
      #expect(first.json?["totalCount"] == 2)
      let second = try await call("POST", "/keepers", body: #"[{"house":"b","login":"3"}]"#)
      #expect(second.json?["results"]?.array?.map { $0["login"] } == ["1", "2", "3"])
      #expect(try await call("GET", "/keepers").json?["totalCount"] == 3)
    }
  }

  @Test("replaces all items by a put list")
  func replaced() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      for login in ["1", "2"] {
        let response = try await call("PUT", "/keepers", body: #"[{"login":"\#(login)"}]"#)
        #expect(response.json?.array?.map { $0["login"] } == [.string(login)])
      }
      #expect(try await call("GET", "/keepers").json?["totalCount"] == 1)
    }
  }

  @Test("is returned after a change of one item if the definition says so")
  func changed() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let body = #"[{"house":"a","login":"1"},{"house":"a","login":"2"}]"#
      _ = try await call("POST", "/keepers", body: body)
      let changed = try await call("PATCH", "/keepers/a/2", body: #"{"age":30}"#)
      #expect(changed.json?["results"]?.array?.count == 2)
      #expect(try await call("GET", "/keepers/a/2").json?["age"] == 30)
    }
  }

  @Test("contains JSON objects only", arguments: ["{}", "[1]", "[{},null]", "x"])
  func badBodies(body: String) async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let response = try await call("POST", "/keepers", body: body)
      #expect(response.status == 400)
      #expect(response.json?["errorCode"] == "INVALID_JSON")
      #expect(try await call("GET", "/keepers").json?["totalCount"] == 0)
    }
  }
}
