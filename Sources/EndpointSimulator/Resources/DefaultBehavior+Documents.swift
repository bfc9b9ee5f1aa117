import EndpointModel
import EndpointRuntime
import Foundation

// Resources that are not items.
extension DefaultBehavior {
  static func fetchDocument(
    _ request: SimulatedRequest, in store: ResourceStore
  ) async throws(SimulatedError) -> SimulatedResponse {
    let maker = ResponseMaker(request: request, store: store)
    let status = request.status(preferring: 200)
    if let resource = await store.documentResource(at: request.path) {
      let untyped = request.isUntyped ? request.example?.object ?? [:] : [:]
      guard untyped.isEmpty else {
        return .item(.object(untyped.merging(resource.members) { $1 }), status: status)
      }
      return .item(await maker.document(resource, at: request.path), status: status)
    }
    if let lifecycle = request.world.lifecycle(at: request.path) {
      if request.plan.isChangeable {
        if lifecycle.canBeMissing, lifecycle.absence.isEmpty { throw request.missingItem }
        var members: [String: JSON] = [:]
        members.apply(lifecycle.absence, at: store.clock.date)
        return .item(await maker.document(members, at: request.path), status: status)
      }
      return .item(await followed(lifecycle, request, in: store), status: status)
    }
    guard request.endpoint.returnsJSON else { return await other(request, in: store) }
    if !request.plan.isChangeable || request.isUntyped, let example = request.example {
      guard let members = example.object, !request.isUntyped else {
        return .item(example, status: status)
      }
      return .item(await maker.document(members, at: request.path), status: status)
    }
    return .item(await maker.document(request.flags, at: request.path), status: status)
  }

  /// Returns a resource whose states begin with the creation of the item that it belongs to.
  static func followed(
    _ lifecycle: Lifecycle, _ request: SimulatedRequest, in store: ResourceStore
  ) async -> JSON {
    let segments = request.path.split(separator: "/", omittingEmptySubsequences: false)
    var begin = store.clock.date
    if let parent = request.plan.parents.last, let tail = parent.tail,
      let id = tail.filled(by: { request.pathValues[$0] }),
      let resource = await store.resource(
        id, in: segments.prefix(parent.depth + 1 - tail.segmentCount).joined(separator: "/"),
        matching: tail)
    {
      begin = resource.changed
    }
    var resource = Resource([:], at: begin, plan: lifecycle.creation(of: []))
    _ = resource.settle(at: store.clock.date)
    return await ResponseMaker(request: request, store: store)
      .document(resource.members, at: request.path)
  }

  static func changeDocument(
    _ request: SimulatedRequest, in store: ResourceStore, usualStatus: Int = 200
  ) async -> SimulatedResponse {
    let body = request.body?.object ?? [:]
    let changes = request.types.stored(body, as: request.endpoint.body?.jsonType)
      .merging(body.filter { $0.value == .null }) { $1 }.merging(request.additions) { $1 }
    let (types, type) = (request.types, request.plan.itemType)
    let lifecycle = request.world.lifecycle(at: request.path)
    let isNew = await store.documentResource(at: request.path) == nil
    let names = request.fieldNames(for: changes)
    let plan = isNew ? lifecycle?.creation(of: names) : lifecycle?.update(of: names)
    let initial = request.isUntyped ? request.example?.object ?? [:] : request.flags
    let resource = await store.setDocument(at: request.path, plan: plan) { old in
      types.merged(changes, into: old ?? initial, as: type)
    }
    if request.endpoint.responses.isEmpty {
      return .empty(status: request.status(preferring: 204))
    }
    let document = await ResponseMaker(request: request, store: store)
      .document(resource, at: request.path)
    return .item(document, status: request.status(preferring: usualStatus))
  }

  static func removeDocument(
    _ request: SimulatedRequest, in store: ResourceStore
  ) async -> SimulatedResponse {
    let lifecycle = request.world.lifecycle(at: request.path)
    if let lifecycle, let plan = lifecycle.deletion(of: []),
      await store.follow(plan, at: request.path)
    {
      return await done(request, in: store, usualStatus: request.statusOfLaterChange)
    }
    await store.removeDocument(at: request.path)
    await store.removeAll(from: request.path)
    return await done(request, in: store, usualStatus: 204)
  }
}
