import AtlasAdminV2
import AtlasSimulator
import EndpointDefinition
import EndpointRuntime
import SampleSupport
import TestSupport
import Testing

@Suite("The simulated API v2")
struct SimulatedModuleTests {
  @Test("responds to every endpoint with a valid response or an error of Atlas")
  func everyEndpoint() async throws {
    try await withServerLimit {
      let simulated = AtlasSimulator()
      let atlas = AtlasClient(
        credentials: simulated.credentials, baseURL: try await simulated.start(),
        configuration: ClientConfiguration(timeout: .seconds(86_400)))
      let module = try SampledModule(definitions: "AtlasAdminV2", samples: Samples())
      for endpoint in module.model.endpoints {
        await check(try module.request(endpoint), atlas, endpoint.name)
      }
      await simulated.stop()
    }
  }

  private func check<E: Endpoint<AtlasAdminV2API>>(
    _ request: E, _ atlas: AtlasClient, _ name: String
  ) async {
    do {
      _ = try await atlas.send(request)
    } catch {
      guard case EndpointError.api(let response) = error else {
        Issue.record("\(name): \(error)")
        return
      }
      // What has not been created does not exist; some bodies are rejected.
      #expect([404, 409].contains(response.status.code), "\(name): \(error)")
      #expect(response.rawCode != nil, "\(error)")
    }
  }
}
