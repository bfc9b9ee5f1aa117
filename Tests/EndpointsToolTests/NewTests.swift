import TestSupport
import Testing

@Suite("endpoints new")
struct NewTests {
  @Test("prints an endpoint with a parameter for each placeholder")
  func printing() async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.run(
        "new", "MoveAnimal", "--method", "put", "--path", "/cages/{CAGE-ID}/{HALL}:{DOOR}",
        "--definitions", zoo.path)
      #expect(result.status == 0)
      #expect(
        result.output == """
            <endpoint name="MoveAnimal" method="PUT" path="/cages/{CAGE-ID}/{HALL}:{DOOR}"
                summary="TODO: one sentence.">
              <path-param name="CAGE-ID" type="ObjectID" summary="The identifier of the cage."/>
              <path-param name="HALL" type="String" summary="TODO: one sentence."/>
              <path-param name="DOOR" type="String" summary="TODO: one sentence."/>
              <body type="JSON"/>
              <response status="200" type="JSON"/>
            </endpoint>

          """)
    }
  }

  @Test(
    "adds an endpoint in canonical layout",
    arguments: ["DELETE", "GET", "HEAD", "PATCH", "POST"])
  func adding(method: String) async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.run(
        "new", "HandleCage", "--method", method, "--path", "/cages/{CAGE-ID}/{x-id}.gz", "--file",
        "zoo/animals.xml")
      #expect(result.status == 0)
      #expect(result.output == "added HandleCage to zoo/animals.xml\n")
      let text = try zoo.read("animals.xml")
      #expect(text.hasPrefix(Zoo.animals.replacing("</endpoints>\n", with: "")))
      let lint = try await zoo.run("lint", zoo.path, "--warnings-as-errors")
      #expect(lint.status == 0, "\(lint.error)")
      #expect(try await zoo.run("format", zoo.path, "--check").status == 0)
    }
  }

  @Test("creates a missing file")
  func beginning() async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.run(
        "new", "FeedCage", "--method", "POST", "--path", "/cages/{CAGE-ID}/feedings", "--file",
        "zoo/cage-feedings.xml")
      #expect(result.status == 0, "\(result.error)")
      let text = try zoo.read("cage-feedings.xml")
      #expect(
        text.contains(#"<endpoints xmlns="urn:endpoint-definitions:1" tag="CageFeedings""#))
      #expect(try await zoo.run("lint", zoo.path, "--warnings-as-errors").status == 0)
      #expect(try await zoo.run("format", zoo.path, "--check").status == 0)
    }
  }

  @Test("works without definitions")
  func alone() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let result = try await Command("endpoints").run(
      ["new", "GetA", "--method", "GET", "--path", "/a"], in: folder.url)
    #expect(result.status == 0)
    #expect(result.output.contains("<endpoint name=\"GetA\" method=\"GET\" path=\"/a\""))
  }

  @Test(
    "rejects an invalid endpoint and changes nothing",
    arguments: [
      (["AddAnimal", "--method", "GET", "--path", "/a"], "'AddAnimal' is declared twice"),
      (["getA", "--method", "GET", "--path", "/a"], "'getA'"),
      (["G\"<&", "--method", "GET", "--path", "/a"], "must begin with a capital"),
      (["GetA", "--method", "FETCH", "--path", "/a"], "unknown method 'FETCH'"),
      (["GetA", "--method", "GET", "--path", "a"], "a path begins with '/'"),
      (["GetA", "--method", "GET", "--path", "/{A}/{A}"], "appears twice"),
      (["GetA", "--method", "GET", "--path", "/{A"], "'{' is not closed"),
      (["GetA", "--method", "GET", "--path", "/cages/{ID}/animals"], "same method and path"),
    ])
  func rejections(arguments: [String], message: String) async throws {
    try await Zoo.run { zoo in
      for option in [["--file", "zoo/animals.xml"], ["--definitions", zoo.path]] {
        let result = try await zoo.tool.run(["new"] + arguments + option, in: zoo.folder.url)
        #expect(result.status == 1)
        #expect(result.output == "")
        #expect(result.error.contains(message))
      }
      #expect(try zoo.read("animals.xml") == Zoo.animals)
    }
  }

  @Test("requires a file of endpoints")
  func usage() async throws {
    try await Zoo.run { zoo in
      for file in ["zoo/api.xml", "zoo/nowhere/a.xml", "zoo/new.txt"] {
        let result = try await zoo.run(
          "new", "GetA", "--method", "GET", "--path", "/a", "--file", file)
        #expect(result.status == 2)
        #expect(result.error.contains(file))
      }
    }
  }
}
