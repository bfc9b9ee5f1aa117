import EndpointRuntime
import EndpointSimulator
import Testing

@Suite("An identifier")
struct IdentifierTests {
  @Test(
    "has the field that the response uses",
    arguments: [("/shelves", "shelfID"), ("/boxes", "_id"), ("/pens", "id")])
  func names(collection: String, member: String) async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let first = try await call("POST", collection, body: "{}")
      let second = try await call("POST", collection, body: "{}")
      for created in [first, second] {
        let id = try #require(created.json?[member]?.string)
        #expect(try await call("GET", "\(collection)/\(id)").json == created.json)
      }
      #expect(first.json?[member] != second.json?[member])
    }
  }

  @Test("is the one in the store")
  func seeds() async throws {
    try await SimulatedZoo.withSimulator { simulator, call in
      await simulator.store.insert(["shelfID": "s1"], into: "/shelves", identifiedBy: "shelfID")
      await simulator.store.insert(["_id": "b1", "shelfId": "s1"], into: "/boxes")
      let shelf = try await call("GET", "/shelves/s1")
      #expect(shelf.json == ["shelfID": "s1"])
      #expect(try await call("GET", "/boxes/b1").json == ["_id": "b1", "shelfId": "s1"])
      #expect(try await call("GET", "/boxes/s1").status == 404)
    }
  }

  @Test("can consist of several values")
  func severalValues() async throws {
    try await SimulatedZoo.withSimulator { simulator, call in
      let body = #"[{"house":"north","login":"ada"},{"house":"south","login":"ada"}]"#
      let added = try await call("POST", "/keepers", body: body)
      #expect(added.status == 201)
      #expect(try await call("GET", "/keepers/south/ada").json?["house"] == "south")
      #expect(try await call("GET", "/keepers/east/ada").status == 404)
      #expect(try await call("POST", "/keepers", body: body).status == 409)
      #expect(
        await simulator.store.find("north/ada", in: "/keepers", matching: "{HOUSE}/{LOGIN}") != nil)
    }
  }

  @Test("is assigned to items without a body")
  func withoutBody() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let sealed = try await call("POST", "/seals/toys")
      let id = try #require(sealed.json?["_id"]?.string)
      #expect(sealed.status == 201)
      #expect(try await call("GET", "/seals/\(id)").json == sealed.json)
    }
  }

  @Test("is kept if everything else is replaced")
  func replacement() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let created = try await call("POST", "/shelves", body: #"{"room":"attic"}"#)
      let id = try #require(created.json?["shelfID"]?.string)
      let replaced = try await call("PUT", "/shelves/\(id)", body: #"{"room":"hall"}"#)
      #expect(replaced.json?["shelfID"] == .string(id))
      #expect(replaced.json?["room"] == "hall")
      #expect(try await call("GET", "/shelves/\(id)").json == replaced.json)
    }
  }
}
