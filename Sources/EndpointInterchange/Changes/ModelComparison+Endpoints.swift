import EndpointDefinition
import EndpointModel

extension ModelComparison {
  /// Adds the differences between the endpoints.
  mutating func compareEndpoints() {
    let (oldTags, newTags) = (old.tags, new.tags)
    var removed = old.endpoints.filter { endpoint in
      !new.endpoints.contains { $0.name == endpoint.name }
    }
    let byName = Dictionary(old.endpoints.map { ($0.name, $0) }) { first, _ in first }
    for endpoint in new.endpoints {
      if let former = byName[endpoint.name] {
        compare(former, endpoint)
        if oldTags[former.name] != newTags[endpoint.name] {
          add(
            .tagChanged, endpoint.name, "has the tag '\(newTags[endpoint.name] ?? "")'",
            at: endpoint.location)
        }
      } else if let index = removed.firstIndex(where: { $0.isSameRequest(as: endpoint) }) {
        let former = removed.remove(at: index)
        add(.endpointRenamed, endpoint.name, "was named '\(former.name)'", at: endpoint.location)
        compare(former, endpoint)
      } else {
        add(
          .endpointAdded, endpoint.name, "is new: \(endpoint.method) \(endpoint.path)",
          at: endpoint.location)
      }
    }
    for endpoint in removed {
      add(
        .endpointRemoved, endpoint.name, "is gone: \(endpoint.method) \(endpoint.path)",
        at: endpoint.location)
    }
  }

  private mutating func compare(_ old: OperationModel, _ new: OperationModel) {
    func add(_ kind: ChangeKind, _ detail: String) {
      self.add(kind, new.name, detail, at: new.location)
    }
    if old.method != new.method {
      add(.methodChanged, "has the method \(new.method), not \(old.method)")
    }
    if old.path.shape != new.path.shape {
      add(.pathChanged, "has the path \(new.path), not \(old.path)")
    }
    if old.basePath != new.basePath {
      add(
        .basePathChanged,
        "has the base path \(new.basePath ?? "of the API"), not \(old.basePath ?? "of the API")")
    }
    if old.version != new.version {
      add(.versionChanged, "has the version \(new.version ?? "none"), not \(old.version ?? "none")")
    }
    if old.isAuthenticated != new.isAuthenticated {
      add(
        new.isAuthenticated ? .credentialsRequired : .credentialsUnused,
        new.isAuthenticated ? "needs credentials" : "does not need credentials any more")
    }
    for role in new.roles where !old.roles.contains(role) {
      add(.roleAdded, "permits the role '\(role)'")
    }
    for role in old.roles where !new.roles.contains(role) {
      add(.roleRemoved, "does not permit the role '\(role)' any more")
    }
    compareParameters(old, new)
    compareBodies(old, new)
    compareResponses(old, new)
    compareWaiters(old, new)
    compare(
      old.documentation, new.documentation, deprecated: .endpointDeprecated, of: new.name,
      at: new.location)
  }

  // MARK: Waiters

  private mutating func compareWaiters(_ old: OperationModel, _ new: OperationModel) {
    for waiter in new.waiters {
      let subject = "\(new.name).\(waiter.name)"
      guard let former = old.waiters.first(where: { $0.name == waiter.name }) else {
        add(.waiterAdded, subject, "is a new waiter", at: waiter.location)
        continue
      }
      if former.isDeletion != waiter.isDeletion {
        add(
          .waiterKindChanged, subject,
          waiter.isDeletion ? "waits for a deletion" : "does not wait for a deletion any more",
          at: waiter.location)
      } else if former.conditions != waiter.conditions {
        add(.waiterConditionsChanged, subject, "has other conditions", at: waiter.location)
      }
      if former.interval != waiter.interval || former.timeout != waiter.timeout {
        add(
          .waiterTimingChanged, subject,
          "polls every \(waiter.interval) s for \(waiter.timeout) s, not every \(former.interval) s for "
            + "\(former.timeout) s", at: waiter.location)
      }
      compare(
        former.documentation, waiter.documentation, deprecated: nil, of: subject,
        at: waiter.location)
    }
    for waiter in old.waiters where !new.waiters.contains(where: { $0.name == waiter.name }) {
      add(.waiterRemoved, "\(new.name).\(waiter.name)", "is gone", at: waiter.location)
    }
  }
}

extension APIModel {
  /// The tags of endpoints by name.
  fileprivate var tags: [String: String] {
    Dictionary(
      files.flatMap { file in file.endpoints.map { ($0.name, file.tag ?? "") } }
    ) { first, _ in first }
  }
}

extension OperationModel {
  /// Whether two endpoints have the same method, path, and media types.
  fileprivate func isSameRequest(as other: OperationModel) -> Bool {
    method == other.method && path.shape == other.path.shape && basePath == other.basePath
      && Set(responses.map(\.contentType)) == Set(other.responses.map(\.contentType))
  }
}

extension PathTemplate {
  /// The template without the names of placeholders.
  var shape: String {
    segments.map { segment in
      segment.map { if case .text(let text) = $0 { text } else { "{}" } }.joined()
    }.joined(separator: "/")
  }
}

extension WaiterModel {
  /// Whether the waiter waits for the resource to be gone.
  fileprivate var isDeletion: Bool { success.isEmpty && !successStatuses.isEmpty }

  /// The conditions in a form that can be compared.
  fileprivate var conditions: [String] {
    success.map { "success \($0.member)=\($0.values.joined(separator: "|"))\($0.statuses)" }
      + failure.map { "failure \($0.member)=\($0.values.joined(separator: "|"))" }
      + successStatuses.map { "status \($0)" } + successCodes.map { "code \($0)" }
  }
}
