import EndpointRuntime
import EndpointSimulator
import Testing

@Suite("A list")
struct ListTests {
  @Test("whose path ends in placeholders has the items with their values")
  func placeholders() async throws {
    try await PetStore.withSimulator { _, call in
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

  @Test("that is posted adds each of its elements, and the response is the whole collection")
  func posted() async throws {
    try await PetStore.withSimulator { _, call in
      let body = #"[{"house":"a","login":"1"},{"house":"a","login":"2"}]"#
      let first = try await call("POST", "/keepers", body: body)
      #expect(first.status == 201)
      #expect(first.json?["totalCount"] == 2)
      let second = try await call("POST", "/keepers", body: #"[{"house":"b","login":"3"}]"#)
      #expect(second.json?["results"]?.array?.map { $0["login"] } == ["1", "2", "3"])
      #expect(try await call("GET", "/keepers").json?["totalCount"] == 3)
    }
  }

  @Test("that is put takes the place of all items")
  func replaced() async throws {
    try await PetStore.withSimulator { _, call in
      for login in ["1", "2"] {
        let response = try await call("PUT", "/keepers", body: #"[{"login":"\#(login)"}]"#)
        #expect(response.json?.array?.map { $0["login"] } == [.string(login)])
      }
      #expect(try await call("GET", "/keepers").json?["totalCount"] == 1)
    }
  }

  @Test("is reported to a change of one item where the definition says so")
  func changed() async throws {
    try await PetStore.withSimulator { _, call in
      let body = #"[{"house":"a","login":"1"},{"house":"a","login":"2"}]"#
      _ = try await call("POST", "/keepers", body: body)
      let changed = try await call("PATCH", "/keepers/a/2", body: #"{"age":30}"#)
      #expect(changed.json?["results"]?.array?.count == 2)
      #expect(try await call("GET", "/keepers/a/2").json?["age"] == 30)
    }
  }

  @Test("has JSON objects and nothing else", arguments: ["{}", "[1]", "[{},null]", "x"])
  func badBodies(body: String) async throws {
    try await PetStore.withSimulator { _, call in
      let response = try await call("POST", "/keepers", body: body)
      #expect(response.status == 400)
      #expect(response.json?["errorCode"] == "INVALID_JSON")
      #expect(try await call("GET", "/keepers").json?["totalCount"] == 0)
    }
  }
}
