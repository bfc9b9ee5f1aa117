@_spi(Generated) import AtlasAdmin
@_spi(Generated) import EndpointRuntime
import EndpointModel
import Testing

@Suite("The parameters of Atlas")
struct ParameterTests {
  @Test("accept values of an enum that a later version of the API may have")
  func openEnums() {
    for endpoint in AtlasAdminAPI.endpointDescriptors {
      let closed = endpoint.parameters.filter { !$0.constraints.values.isEmpty }
      #expect(closed.map(\.name) == [], "\(endpoint.name)")
    }
  }
}
