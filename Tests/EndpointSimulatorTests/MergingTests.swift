import EndpointRuntime
import EndpointSimulator
import Testing

@Suite("A body with another type than the response")
struct MergingTests {
  private func withShelf(
    _ test: (_ path: String, _ created: JSON, RawClient) async throws -> Void
  ) async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let body = #"{"room":"attic","frame":{"wood":"oak","boards":3},"labels":{"a":"x","b":"y"}}"#
      let created = try #require(try await call("POST", "/shelves", body: body).json)
      try await test("/shelves/\(created["shelfID"]?.string ?? "")", created, call)
    }
  }

  @Test(
    "is converted to the response's type, for every method",
    arguments: ["POST", "PUT", "PATCH"])
  func kinds(method: String) async throws {
    try await withShelf { path, _, call in
      let target = method == "POST" ? "/shelves" : path
      let response = try await call(method, target, body: #"{"wall":"north","things":["cup"]}"#)
      #expect(response.json?["wall"] == "north")
      // The response has things with names, which the body does not have.
      #expect(response.json?["things"] == [])
    }
  }

  @Test("changes only its own fields, also in nested objects")
  func changes() async throws {
    try await withShelf { path, created, call in
      let changed = try await call("PATCH", path, body: #"{"frame":{"boards":4}}"#)
      #expect(changed.json?["frame"] == ["wood": "oak", "boards": 4])
      #expect(changed.json?["room"] == "attic")
      #expect(changed.json?["shelfID"] == created["shelfID"])
      #expect(try await call("GET", path).json == changed.json)
    }
  }

  @Test("removes a field by null")
  func null() async throws {
    try await withShelf { path, _, call in
      let changed = try await call("PATCH", path, body: #"{"frame":null,"room":null}"#)
      #expect(changed.json?["frame"] == nil)
      #expect(changed.json?["room"] == nil)
    }
  }

  @Test("has all keys of a map")
  func maps() async throws {
    try await withShelf { path, created, call in
      #expect(created["labels"] == ["a": "x", "b": "y"])
      let changed = try await call("PATCH", path, body: #"{"labels":{"c":"z"}}"#)
      #expect(changed.json?["labels"] == ["c": "z"])
    }
  }

  @Test("changes a resource that is not an item until it is deleted")
  func documents() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let changed = try await call("PATCH", "/rules", body: #"{"opens":8,"closes":"never"}"#)
      #expect(changed.json == ["opens": 8, "closes": "never"])
      #expect(try await call("GET", "/rules").json == changed.json)
      let set = try await call("PUT", "/rules", body: #"{"opens":7}"#)
      #expect(set.status == 204)
      #expect(set.data.isEmpty)
      #expect(try await call("GET", "/rules").json == ["opens": 7, "closes": "never"])
      #expect(try await call("DELETE", "/rules").status == 204)
      #expect(try await call("GET", "/rules").json == ["opens": 9, "closes": 17])
    }
  }
}
