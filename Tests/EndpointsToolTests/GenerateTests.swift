import Foundation
import TestSupport
import Testing

@Suite("endpoints generate")
struct GenerateTests {
  private func names(in zoo: Zoo) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: zoo.folder.url.path + "/out").sorted()
  }

  @Test("writes a file for each definition file, and later only changed ones")
  func changes() async throws {
    try await Zoo.run { zoo in
      let first = try await zoo.run("generate", zoo.path, "--output", "out")
      #expect(first.status == 0)
      #expect(
        first.output == "wrote out/animals.generated.swift\nwrote out/api.generated.swift\n")
      #expect(try names(in: zoo) == ["animals.generated.swift", "api.generated.swift"])
      #expect(try zoo.folder.read("out/animals.generated.swift").contains("struct ListAnimals"))
      let second = try await zoo.run("generate", zoo.path, "--output", "out")
      #expect(second.output == "")
      try zoo.write(Zoo.animals.replacing("Adds an", with: "Takes in an"), to: "animals.xml")
      let third = try await zoo.run("generate", zoo.path, "--output", "out")
      #expect(third.output == "wrote out/animals.generated.swift\n")
    }
  }

  @Test("removes files of missing definitions, and no others")
  func removals() async throws {
    try await Zoo.run { zoo in
      try zoo.write(
        "<types xmlns=\"urn:endpoint-definitions:1\"><struct name=\"A\"/></types>", to: "types.xml")
      _ = try await zoo.run("generate", zoo.path, "--output", "out")
      try zoo.folder.write("// mine", to: "out/mine.generated.swift")
      try zoo.folder.write("// Generated from a whim", to: "out/Hand.swift")
      try FileManager.default.removeItem(at: zoo.folder.url.appending(path: "zoo/types.xml"))
      let result = try await zoo.run("generate", zoo.path, "--output", "out")
      #expect(result.output == "removed out/types.generated.swift\n")
      #expect(
        try names(in: zoo) == [
          "Hand.swift", "animals.generated.swift", "api.generated.swift", "mine.generated.swift",
        ])
    }
  }

  @Test("writes what generation.xml says")
  func generation() async throws {
    try await Zoo.run { zoo in
      try zoo.folder.write(
        """
        <generation xmlns="urn:endpoint-definitions:1" access="internal">
          <include endpoint="ListAnimals"/>
        </generation>
        """, to: "generation.xml")
      let arguments = ["generate", zoo.path, "--output", "out", "--generation", "generation.xml"]
      #expect(try await zoo.run(arguments).status == 0)
      let text = try zoo.folder.read("out/animals.generated.swift")
      #expect(text.contains("\nstruct ListAnimals"))
      #expect(!text.contains("AddAnimal"))
      try zoo.folder.write(
        "<generation xmlns=\"urn:endpoint-definitions:1\"><include tag=\"Animal\"/></generation>",
        to: "generation.xml")
      let result = try await zoo.run(arguments)
      #expect(result.status == 1)
      #expect(result.error.contains("have no tag 'Animal'; did you mean 'Animals'?"))
    }
  }

  @Test("writes nothing if there is an error")
  func errors() async throws {
    try await Zoo.run(replacing: "type=\"Kind\"", with: "type=\"Kin\"") { zoo in
      let result = try await zoo.run("generate", zoo.path, "--output", "out")
      #expect(result.status == 1)
      #expect(result.error.contains("error: unknown type 'Kin'"))
      #expect(!FileManager.default.fileExists(atPath: zoo.folder.url.path + "/out"))
    }
  }

  @Test("reports a folder that cannot be written")
  func unwritable() async throws {
    try await Zoo.run { zoo in
      try zoo.folder.write("", to: "file")
      let result = try await zoo.run("generate", zoo.path, "--output", "file/out")
      #expect(result.status == 1)
      #expect(result.error.hasPrefix("error: 'file/out' cannot be written: "))
    }
  }
}
