import AtlasAdmin

/// Finds endpoints by name.
struct EndpointLookup {
  let endpoints: [EndpointDescriptor]

  /// The endpoint of a name, whatever its case.
  ///
  /// - Throws: A usage failure that suggests similar names.
  func find(_ name: String) throws -> EndpointDescriptor {
    if let endpoint = endpoints.first(where: { $0.name.lowercased() == name.lowercased() }) {
      return endpoint
    }
    let wanted = Self.pairs(of: name)
    let closest = endpoints.map { ($0.name, Self.likeness(wanted, Self.pairs(of: $0.name))) }
      .max { $0.1 < $1.1 }
    let suggestion = closest.flatMap { $0.1 >= 0.5 ? "did you mean '\($0.0)'?" : nil }
    throw CommandFailure(
      .usage,
      "there is no endpoint '\(name)'; \(suggestion ?? "'atlas-admin endpoints' lists what there is")"
    )
  }

  private static func pairs(of name: String) -> Set<String> {
    let characters = Array(name.lowercased())
    return Set(zip(characters, characters.dropFirst()).map { String([$0, $1]) })
  }

  /// How alike two names are, from 0 to 1, by the pairs of neighbouring letters that they share.
  private static func likeness(_ a: Set<String>, _ b: Set<String>) -> Double {
    a.isEmpty && b.isEmpty ? 0 : 2 * Double(a.intersection(b).count) / Double(a.count + b.count)
  }
}
