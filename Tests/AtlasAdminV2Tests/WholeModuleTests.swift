import AtlasAdminV2Catalog
import EndpointDefinition
import EndpointModel
import EndpointRuntime
import SampleSupport
import Testing

@Suite("Every endpoint of API v2")
struct WholeModuleTests {
  @Test("sends its method, path, query, and body, and decodes a response without loss")
  func requests() async throws {
    let module = try SampledModule(definitions: "AtlasAdminV2", samples: Samples())
    #expect(module.model.endpoints.count == 516)
    #expect(try await module.problems() == [])
  }

  @Test("decodes the examples of its definition without loss")
  func examples() async throws {
    let module = try SampledModule(definitions: "AtlasAdminV2", samples: Samples())
    #expect(try await module.problemsOfExamples() == [])
  }

  @Test("is described in the catalog as in the definitions, with its types")
  func catalog() throws {
    let module = try SampledModule(definitions: "AtlasAdminV2", samples: Samples())
    let catalog = AtlasAdminV2Catalog.catalog
    #expect(catalog.types.names.count == module.model.types.count)
    #expect(module.differences(in: catalog) == [])
  }
}
