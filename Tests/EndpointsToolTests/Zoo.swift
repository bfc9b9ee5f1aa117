import Foundation
import TestSupport

/// A folder of definitions and the tool that works on it.
struct Zoo {
  let folder: TemporaryFolder
  let tool = Command("endpoints")

  static let api = """
    <api xmlns="urn:endpoint-definitions:1" name="Zoo" base-url="https://zoo.example.com/v1">
      <authentication scheme="digest"/>
      <query-param name="pretty" type="Bool" default="false" summary="Whether JSON is indented."/>
      <pagination page="page" size="size" items="items" default-size="10" max-size="100"/>
    </api>

    """

  static let animals = """
    <endpoints xmlns="urn:endpoint-definitions:1" tag="Animals" summary="The animals of the zoo.">
      <path-param name="CAGE-ID" type="ObjectID" summary="The cage that they live in."/>

      <endpoint name="ListAnimals" method="GET" path="/cages/{CAGE-ID}/animals" paginated="true"
          summary="Lists animals.">
        <role>Keeper</role>
        <query-param name="limit" type="Int" required="true"/>
        <response status="200" type="[Animal]"/>
      </endpoint>

      <endpoint name="AddAnimal" method="POST" path="/cages/{CAGE-ID}/animals"
          summary="Adds an animal.">
        <deprecated replacement="ListAnimals">There are enough.</deprecated>
        <body type="Animal"/>
        <response status="200 201" type="Animal"/>
      </endpoint>

      <struct name="Animal" summary="An animal.">
        <field name="name" type="String" required="true"/>
        <field name="kind" type="Kind" required="true"/>
        <field name="young" type="[Animal]"/>
      </struct>

      <enum name="Kind" summary="A kind of animal.">
        <case value="cat"/>
        <case value="dog"/>
      </enum>
    </endpoints>

    """

  /// The path of the definitions, relative to the folder that the tool runs in.
  let path = "zoo"

  /// Runs the tool.
  func run(_ arguments: String...) async throws -> Command.Outcome { try await run(arguments) }

  /// Runs the tool.
  func run(_ arguments: [String]) async throws -> Command.Outcome {
    try await tool.run(arguments, in: folder.url)
  }

  /// The text of a definition file.
  func read(_ name: String) throws -> String { try folder.read("zoo/\(name)") }

  /// Writes a definition file.
  func write(_ text: String, to name: String) throws { try folder.write(text, to: "zoo/\(name)") }

  /// Runs a test in a zoo of its own, in whose animals one text is replaced by another.
  static func run(
    replacing old: String = "", with new: String = "", _ test: (Zoo) async throws -> Void
  ) async throws {
    let zoo = Zoo(folder: try TemporaryFolder())
    defer { zoo.folder.remove() }
    let changed = old.isEmpty ? animals : animals.replacing(old, with: new, maxReplacements: 1)
    try zoo.write(api, to: "api.xml")
    try zoo.write(changed, to: "animals.xml")
    try await test(zoo)
  }

  /// All folders of definitions in this package.
  static let packageFolders: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return ["Definitions/AtlasAdmin"].map { root.appending(path: $0) }
      + ["GeneratedCodeTests", "EndpointSimulatorTests"].map {
        root.appending(path: "Tests/\($0)/Definitions")
      }
  }()
}
