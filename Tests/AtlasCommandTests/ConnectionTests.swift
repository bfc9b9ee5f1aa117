import TestSupport
import Testing

@Suite("The command's connection")
struct ConnectionTests {
  @Test("prefers the URL of the option to that of the environment")
  func url() async throws {
    try await Atlas.run { atlas in
      var atlas = atlas
      let url = atlas.command.environment["MONGODB_ATLAS_BASE_URL"] ?? ""
      atlas.command.environment["MONGODB_ATLAS_BASE_URL"] = "http://127.0.0.1:1"
      let option = try await atlas.call("ListSnapshots", "--base-url", url)
      #expect(option.status == 0)
      let environment = try await atlas.call("ListSnapshots")
      #expect(environment.status == 3)
    }
  }

  @Test("reads the keys of the Atlas CLI's variables")
  func otherVariables() async throws {
    try await Atlas.run { atlas in
      var atlas = atlas
      for name in ["PUBLIC", "PRIVATE"] {
        atlas.command.environment["MONGODB_ATLAS_\(name)_API_KEY"] =
          atlas.command.environment.removeValue(forKey: "MONGODB_ATLAS_\(name)_KEY")
      }
      let result = try await atlas.call("ListSnapshots")
      #expect(result.status == 0, "\(result.error)")
    }
  }

  @Test("fails with a wrong key after three requests")
  func wrongKey() async throws {
    try await Atlas.run { atlas in
      var atlas = atlas
      atlas.command.environment["MONGODB_ATLAS_PRIVATE_KEY"] = "wrong-key"
      let result = try await atlas.call("ListSnapshots")
      #expect(result.status == 3)
      #expect(result.output == "")
      #expect(result.error.contains("the server rejected the credentials"))
      #expect(result.error.contains("401 UNAUTHORIZED"))
      #expect(!result.error.contains("wrong-key"))
      #expect(await atlas.log == ["GET 401", "GET 401", "GET 401"])
    }
  }

  @Test("names the variables of missing credentials")
  func missingKey() async throws {
    try await Atlas.run { atlas in
      for value in [nil, ""] {
        var atlas = atlas
        atlas.command.environment["MONGODB_ATLAS_PRIVATE_KEY"] = value
        let part = try await atlas.call("ListSnapshots")
        #expect(part.status == 3)
        #expect(
          part.error == "error: missing credentials: MONGODB_ATLAS_PRIVATE_KEY is not set\n")
        atlas.command.environment["MONGODB_ATLAS_PUBLIC_KEY"] = value
        let none = try await atlas.call("ListSnapshots")
        #expect(none.status == 3)
        #expect(
          none.error.hasPrefix("error: missing credentials: set MONGODB_ATLAS_PUBLIC_KEY and"))
      }
      #expect(await atlas.log == [])
    }
  }

  @Test("fetches the token of a service account from the same server")
  func serviceAccount() async throws {
    try await Atlas.run { atlas in
      var atlas = atlas
      atlas.command.environment["MONGODB_ATLAS_CLIENT_ID"] = "account"
      atlas.command.environment["MONGODB_ATLAS_CLIENT_SECRET"] = "a-very-secret-secret"
      // The simulator does not know the account.
      let result = try await atlas.call("ListSnapshots")
      #expect(result.status == 3)
      #expect(result.error.contains("The token URL responded with 40"))
      #expect(!result.error.contains("a-very-secret-secret"))
      #expect(await atlas.log.count == 1)
      #expect(await atlas.log[0].hasPrefix("POST 40"))
      atlas.command.environment["MONGODB_ATLAS_CLIENT_SECRET"] = nil
      let incomplete = try await atlas.call("ListSnapshots")
      #expect(
        incomplete.error
          == "error: missing credentials: MONGODB_ATLAS_CLIENT_SECRET is not set\n")
    }
  }

  @Test("names an unreachable server")
  func deadServer() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.call("ListSnapshots", "--base-url", "http://127.0.0.1:1")
      #expect(result.status == 3)
      #expect(result.output == "")
      #expect(result.error.contains("127.0.0.1:1"))
    }
  }

  @Test("sends no key over plain HTTP to another host")
  func plainHTTP() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.call("ListSnapshots", "--base-url", "http://192.0.2.1")
      #expect(result.status == 3)
      #expect(result.error.contains("use https"))
    }
  }

  @Test("shows no secret, even with --verbose")
  func secrets() async throws {
    try await Atlas.run { atlas in
      var stranger = atlas
      stranger.command.environment["MONGODB_ATLAS_PUBLIC_KEY"] = "stranger"
      let results = [
        try await atlas.call("ListSnapshots", "--verbose", "--include"),
        try await stranger.call("ListSnapshots", "--verbose"),
        try await atlas.call(
          "GetSnapshot", "--verbose", "--snapshot-id", "5e2f0a1b9c8d7e6f5a4bffff"),
        try await atlas.call("ListSnapshots", "--verbose", "--base-url", "http://127.0.0.1:1"),
        try await atlas.call("ListSnapshots", "--nonsense"),
        try await atlas.command.run(["call", "--help"]),
        try await atlas.command.run(["--help"]),
      ]
      #expect(results.map(\.status) == [0, 3, 1, 3, 2, 0, 0])
      for result in results {
        #expect(!(result.output + result.error).contains(Atlas.privateKey))
        #expect(!(result.output + result.error).contains("response="))
      }
      #expect(results[0].error.contains("GET /api/atlas/v1.0/groups/"))
    }
  }
}
