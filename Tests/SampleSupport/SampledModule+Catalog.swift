import EndpointDefinition
import EndpointGeneration
package import EndpointModel
import EndpointRuntime

extension SampledModule {
  /// Returns the names of types and endpoints that a catalog describes differently from the definitions.
  package func differences(in catalog: EndpointCatalog) -> [String] {
    var found: [String] = []
    for file in model.files {
      let content = file.content(of: model, memberName: SwiftName.member)
      found += content.types.filter { catalog.types[$0.key] != $0.value }.map(\.key)
      found += content.endpoints.filter { catalog.details(of: $0.key) != $0.value }.map(\.key)
      if file.path == model.path, content.parameters != catalog.parameterDetails {
        found.append("parameters")
      }
    }
    return found.sorted()
  }
}
