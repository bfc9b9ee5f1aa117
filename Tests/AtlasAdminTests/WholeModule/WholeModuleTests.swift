import AtlasAdminCatalog
import EndpointDefinition
import EndpointModel
import EndpointRuntime
import SampleSupport
import Testing

@Suite("Every endpoint of the module")
struct WholeModuleTests {
  @Test("sends its method, path, query, and body, and decodes a response without loss")
  func requests() async throws {
    let module = try SampledModule(definitions: "AtlasAdmin", samples: Samples())
    #expect(module.model.endpoints.count == 320)
    #expect(try await module.problems() == [])
  }

  @Test("decodes the examples of its definition without loss")
  func examples() async throws {
    let module = try SampledModule(definitions: "AtlasAdmin", samples: Samples())
    #expect(try await module.problemsOfExamples() == [])
  }

  @Test("is described in the catalog as in the definitions, with its types")
  func catalog() throws {
    let module = try SampledModule(definitions: "AtlasAdmin", samples: Samples())
    let catalog = AtlasAdminCatalog.catalog
    #expect(catalog.types.names.count == module.model.types.count)
    #expect(module.differences(in: catalog) == [])
  }
}
