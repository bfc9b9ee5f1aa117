import EndpointRuntime
import EndpointSimulator

/// The zones of clusters with their regions and hardware.
enum ReplicationSpec {
  /// Returns the zones in a body with identifiers; `nil` if it has none.
  ///
  /// - Parameter cluster: The cluster that is changed, whose zones keep their identifiers.
  static func identified(
    in body: JSON?, like cluster: JSON? = nil, store: ResourceStore
  ) async -> JSON? {
    guard let specs = body?["replicationSpecs"]?.array else { return nil }
    let old = cluster?["replicationSpecs"]?.array ?? []
    var identified: [JSON] = []
    for (index, spec) in specs.enumerated() {
      guard var members = spec.object else { return nil }
      for name in ["id", "zoneId"] where members[name] == nil {
        let known = index < old.count ? old[index][name] : nil
        if let known { members[name] = known } else { members[name] = .string(await store.newID()) }
      }
      identified.append(.object(members))
    }
    return .array(identified)
  }

  /// Returns a zone with all hardware of its regions.
  static func complete(_ spec: JSON) -> JSON {
    guard var members = spec.object, let regions = members["regionConfigs"]?.array else {
      return spec
    }
    members["regionConfigs"] = .array(regions.map(completeRegion))
    return .object(members)
  }

  /// Nodes of all kinds have the same hardware.
  private static func completeRegion(_ region: JSON) -> JSON {
    guard var members = region.object, members["providerName"] == "AWS",
      let electable = members["electableSpecs"]?.object
    else { return region }
    var hardware: [String: JSON] = ["diskIOPS": 3000, "ebsVolumeType": "STANDARD"]
    members["electableSpecs"] = .object(hardware.merging(electable) { $1 })
    hardware["instanceSize"] = electable["instanceSize"]
    hardware["nodeCount"] = 0
    for name in ["analyticsSpecs", "readOnlySpecs"] {
      members[name] = .object(hardware.merging(members[name]?.object ?? [:]) { $1 })
    }
    return .object(members)
  }
}
