import AtlasTestSupport
import SampleSupport
import Testing

@Suite("The simulated API v2")
struct SimulatedModuleTests {
  @Test("responds to every endpoint with a valid response or an error of Atlas")
  func everyEndpoint() async throws {
    try await withSimulatedAtlas { atlas, _ in
      let module = try SampledModule(definitions: "AtlasAdminV2", samples: Samples())
      let failures = try await module.unexpectedFailures(from: atlas)
      #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }
  }
}
