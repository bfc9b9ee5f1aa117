import EndpointModel
import EndpointRuntime
import Testing
import Zoo

@Suite("A generated catalog")
struct CatalogTests {
  private let catalog = ZooCatalog.catalog

  @Test("describes structs with their fields")
  func structs() throws {
    let animal = try #require(catalog.types["Animal"])
    #expect(animal.documentation.summary == "An animal.")
    #expect(
      animal.fields.map(\.name) == [
        "_id", "kind", "class", "youngIds", "awsKmsURL", "labels", "notes", "food",
      ])
    #expect(animal.fields.filter(\.isRequired).map(\.name) == ["_id", "kind"])
    #expect(animal.fields.map(\.type).prefix(2) == [.objectID, .named("Kind")])
    #expect(animal.fields[2].documentation.replacement == "kind")
    #expect(animal.fields[5].type == .map(.string))
    #expect(animal.fields[5].swiftName == "tags")
    #expect(try #require(catalog.types["Nothing"]).kind == .structure([]))
  }

  @Test("describes enums, unions, and aliases")
  func others() throws {
    #expect(catalog.types["Kind"]?.cases.map(\.value) == ["BIG_CAT", "in", "2legs"])
    let food = UnionDescriptor(
      discriminator: "type",
      variants: [.init(value: "MEAT", type: "Meat"), .init(value: "leaves", type: "Plant")])
    #expect(catalog.types["Food"]?.kind == .union(food))
    let plant = UnionDescriptor(variants: [.init(type: "Leaf"), .init(type: "Root")])
    #expect(catalog.types["Plant"]?.kind == .union(plant))
  }

  @Test("describes parameters, roles, and waiters of endpoints")
  func endpoints() throws {
    let list = try #require(catalog.details(of: "ListAnimals"))
    #expect(list.roles == ["Keeper", "Visitor"])
    #expect(list.parameters.map(\.name) == ["CAGE-ID", "bornAfter", "kind", "default"])
    #expect(list.parameters.map(\.swiftName) == ["cageID", "bornAfter", "kind", "default"])
    #expect(list.parameters[0].documentation.summary == "The identifier of the cage.")
    #expect(list.documentation.details?.hasPrefix("The first paragraph.") == true)
    #expect(catalog.details(of: "ReplaceAnimal")?.body == BodyDetails(isRequired: false))
    #expect(catalog.endpoints.allSatisfy { catalog.details(of: $0.name) != nil })
  }

  @Test("has nothing for unknown names")
  func unknown() {
    #expect(catalog.types["Unicorn"] == nil)
    #expect(catalog.details(of: "ListUnicorns") == nil)
  }
}
