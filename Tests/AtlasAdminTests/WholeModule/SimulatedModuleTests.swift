import AtlasAdmin
import AtlasSimulator
import EndpointDefinition
import EndpointModel
import Testing

@Suite("The simulated Atlas")
struct SimulatedModuleTests {
  @Test("responds to every endpoint with a valid response or an error of Atlas")
  func everyEndpoint() async throws {
    let simulated = AtlasSimulator()
    let atlas = AtlasClient(
      credentials: simulated.credentials, baseURL: try await simulated.start(),
      configuration: ClientConfiguration(timeout: .seconds(86_400)))
    let maker = SampleMaker(try #require(AtlasDefinitions.model))
    for endpoint in AtlasDefinitions.endpoints {
      let arguments = SampleArguments(endpoint: endpoint, maker: maker)
      let request = try #require(try sample(endpoint.name, arguments), "\(endpoint.name)")
      await check(request, atlas, endpoint.name)
    }
    await simulated.stop()
  }

  private func check<E: Endpoint<AtlasAdminAPI>>(
    _ request: E, _ atlas: AtlasClient, _ name: String
  ) async {
    do {
      _ = try await atlas.send(request)
    } catch {
      guard case EndpointError.api(let response) = error else {
        Issue.record("\(name): \(error)")
        return
      }
      // What has not been made is not there; some bodies are made up and rejected.
      #expect([404, 409].contains(response.status.code), "\(error)")
      #expect(response.rawCode != nil, "\(error)")
    }
  }
}
