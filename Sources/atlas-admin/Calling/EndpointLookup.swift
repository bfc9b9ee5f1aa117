import EndpointModel

/// Finds endpoints by name.
struct EndpointLookup {
  let endpoints: [EndpointDescriptor]

  /// Returns the endpoint with a name in any spelling, such as `list-clusters`; `nil` if there is none.
  func endpoint(_ name: String) -> EndpointDescriptor? {
    endpoints.first { $0.name == name }
      ?? endpoints.first { $0.name.plainName == name.plainName }
  }

  /// Returns the endpoint with a name.
  ///
  /// - Throws: A usage failure that suggests similar names.
  func find(_ name: String) throws -> EndpointDescriptor {
    if let endpoint = endpoint(name) { return endpoint }
    let suggestion = NearestName.find(name, among: endpoints.map(\.name))
      .map { "did you mean '\($0)'?" }
    throw CommandFailure(
      .usage,
      "unknown endpoint '\(name)'; \(suggestion ?? "run 'atlas-admin endpoints' for a list")"
    )
  }
}
