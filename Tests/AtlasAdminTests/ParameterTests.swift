@_spi(Generated) import AtlasAdmin
import AtlasAdminCatalog
@_spi(Generated) import EndpointRuntime
import EndpointModel
import Testing

@Suite("The parameters of Atlas")
struct ParameterTests {
  @Test("accept unknown values of enums")
  func openEnums() {
    for endpoint in AtlasAdminCatalog.catalog.endpoints {
      let closed = endpoint.parameters.filter { !$0.constraints.values.isEmpty }
      #expect(closed.map(\.name) == [], "\(endpoint.name)")
    }
  }
}
