import AtlasAdmin
import EndpointModel

/// Finds endpoints by name.
struct EndpointLookup {
  let endpoints: [EndpointDescriptor]

  /// Returns the endpoint with a name, regardless of case.
  ///
  /// - Throws: A usage failure that suggests similar names.
  func find(_ name: String) throws -> EndpointDescriptor {
    if let endpoint = endpoints.first(where: { $0.name.lowercased() == name.lowercased() }) {
      return endpoint
    }
    let suggestion = NearestName.find(name, among: endpoints.map(\.name))
      .map { "did you mean '\($0)'?" }
    throw CommandFailure(
      .usage,
      "unknown endpoint '\(name)'; \(suggestion ?? "run 'atlas-admin endpoints' for a list")"
    )
  }
}
