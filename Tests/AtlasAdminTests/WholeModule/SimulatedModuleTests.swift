import AtlasAdmin
import AtlasSimulator
import SampleSupport
import TestSupport
import Testing

@Suite("The simulated Atlas")
struct SimulatedModuleTests {
  @Test("responds to every endpoint with a valid response or an error of Atlas")
  func everyEndpoint() async throws {
    try await withServerLimit {
      let simulated = AtlasSimulator()
      let atlas = AtlasClient(
        credentials: simulated.credentials, baseURL: try await simulated.start(),
        configuration: ClientConfiguration(timeout: .seconds(86_400)))
      let module = try SampledModule(definitions: "AtlasAdmin", samples: Samples())
      let failures = try await module.unexpectedFailures(from: atlas)
      #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
      await simulated.stop()
    }
  }
}
