import EndpointDefinition
@testable import EndpointGeneration

/// Writes the function that makes a request of each endpoint with made-up arguments.
enum SampleSource {
  static func text(for api: APIModel) -> String {
    var text = """
      // Recorded from the definitions: run `RECORD_SAMPLES=1 swift test --filter WholeModuleTests`.
      import AtlasAdmin

      struct Samples: SampleProvider {
        // Deprecated, as some of the endpoints are: it is called through its protocol.
        @available(*, deprecated)
        func request(
          _ name: String, _ arguments: SampleArguments
        ) throws -> (any Endpoint<AtlasAdminAPI>)? {
          switch name {

      """
    let types = TypeIndex(api)
    for endpoint in api.endpoints {
      let emission = EndpointEmission(endpoint, in: "", of: api, types: types)
      let arguments = emission.properties.filter {
        $0.wireName != "page" || $0.type != "PageRequest"
      }
      .map { property in
        let value =
          property.wireName == "body" && endpoint.body != nil
          ? "body()" : "value(\"\(property.wireName)\")"
        let label = property.argument.prefix { $0 != ":" }
        return "\(label): arguments.\(value)"
      }
      text += "    case \"\(endpoint.name)\":\n"
      let call = arguments.isEmpty ? "return " : "return try "
      text += "      \(call)\(endpoint.name)("
      text += arguments.isEmpty ? "" : "\n        "
      text += arguments.joined(separator: ",\n        ") + ")\n"
    }
    return text + "    default: return nil\n    }\n  }\n}\n"
  }
}
