public import EndpointRuntime

extension Simulator {
  /// Lets the states of a resource begin: an alert is open and will be closed. A resource that does not
  /// exist is created.
  ///
  /// - Parameters:
  ///   - path: The path of the resource below the base path of the API, such as
  ///     `/groups/5e2f…/alerts/5e30…`.
  ///   - members: The fields of the resource besides those that its path has.
  /// - Returns: Whether it is a resource with states.
  @discardableResult
  public func begin(_ path: String, with members: [String: JSON] = [:]) async -> Bool {
    guard let (lifecycle, route) = core.world.lifecycleAndRoute(at: path) else {
      return false
    }
    let plan = lifecycle.creation(of: Set(members.keys))
    guard let (tail, id, collection) = item(at: path, of: route) else {
      await store.setDocument(at: path, plan: plan) { ($0 ?? [:]).merging(members) { $1 } }
      return true
    }
    if await store.follow(plan, id, in: collection, matching: tail) { return true }
    var members = members
    for (name, value) in route.values(in: path) ?? [:] where tail.names(name) {
      members[name] = members[name] ?? .string(value)
    }
    for name in ["id", "name"] { members[name] = members[name] ?? .string(id) }
    await store.insert(members, into: collection, identifiedBy: "id", plan: plan)
    return true
  }

  /// Lets a resource fail: it takes the state that waiters report as a failure, and keeps it.
  ///
  /// - Parameter path: The path of the resource below the base path of the API, such as
  ///   `/groups/5e2f…/clusters/shop/backup/snapshots/5e30…`.
  /// - Returns: Whether the resource exists and can fail.
  @discardableResult
  public func fail(_ path: String) async -> Bool {
    guard let (lifecycle, route) = core.world.lifecycleAndRoute(at: path) else {
      return false
    }
    guard let (tail, id, collection) = item(at: path, of: route) else {
      let names = await store.documentResource(at: path)?.members.keys.map(\.self) ?? []
      guard let plan = lifecycle.failure(of: Set(names)) else { return false }
      if await store.follow(plan, at: path) { return true }
      guard !lifecycle.canBeMissing else { return false }
      await store.setDocument(at: path, plan: plan) { $0 ?? [:] }
      return true
    }
    guard let resource = await store.resource(id, in: collection, matching: tail),
      let plan = lifecycle.failure(of: Set(resource.members.keys))
    else { return false }
    return await store.follow(plan, id, in: collection, matching: tail)
  }

  /// Returns the end of the path of an item and its collection; `nil` if the path is not that of an
  /// item.
  private nonisolated func item(
    at path: String, of route: Route
  ) -> (tail: ItemTemplate, id: String, collection: String)? {
    guard let tail = route.endpoint.tail, let values = route.values(in: path),
      let id = tail.filled(by: { values[$0] })
    else { return nil }
    let collection = path.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(tail.segmentCount).joined(separator: "/")
    return (tail, id, collection)
  }
}
