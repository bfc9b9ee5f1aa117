@_spi(Generated) import AtlasAdmin
@_spi(Generated) import EndpointRuntime
import EndpointModel
import Testing

@Suite("The parameters of Atlas")
struct ParameterTests {
  @Test("accept unknown values of enums")
  func openEnums() {
    for endpoint in AtlasAdminAPI.endpointDescriptors {
      let closed = endpoint.parameters.filter { !$0.constraints.values.isEmpty }
      #expect(closed.map(\.name) == [], "\(endpoint.name)")
    }
  }
}
