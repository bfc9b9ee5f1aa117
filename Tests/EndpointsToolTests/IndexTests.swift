import Foundation
import TestSupport
import Testing

@Suite("endpoints index")
struct IndexTests {
  private let page = """
    # Endpoints

    <!-- Written by `endpoints index`. Edit the definitions, not this page. -->

    All endpoints of the API (4) by tag, each tag with its types.

    ## Topics

    ### Animals

    The animals of the zoo.

    - ``ListAnimals``
    - ``AddAnimal``
    - ``ReplaceAnimal``
    - ``FreeAnimals``
    - ``Animal``
    - ``Nothing``
    - ``Kind``
    - ``Food``
    - ``Plant``
    - ``Meat``
    - ``Leaf``
    - ``Root``

    """

  @Test("lists endpoints and types by tag")
  func tags() async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.run("index", zoo.path)
      #expect(result.status == 0)
      #expect(result.output == page)
    }
  }

  @Test("writes a changed file, and reports it with --check")
  func check() async throws {
    try await Zoo.run { zoo in
      let arguments = ["index", zoo.path, "--output", "Endpoints.md"]
      let missing = try await zoo.run(arguments + ["--check"])
      #expect(missing.status == 1)
      #expect(
        missing.error == "error: 'Endpoints.md' is out of date; run without --check\n")
      #expect(try await zoo.run(arguments).output == "wrote Endpoints.md\n")
      #expect(try zoo.folder.read("Endpoints.md") == page)
      #expect(try await zoo.run(arguments).output == "")
      #expect(try await zoo.run(arguments + ["--check"]).status == 0)
      try zoo.write(Zoo.animals.replacing("AddAnimal", with: "TakeAnimal"), to: "animals.xml")
      #expect(try await zoo.run(arguments + ["--check"]).status == 1)
    }
  }

  @Test("requires a file for --check")
  func usage() async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.run("index", zoo.path, "--check")
      #expect(result.status == 2)
      #expect(result.error.contains("--check needs a file; add --output FILE"))
    }
  }
}
