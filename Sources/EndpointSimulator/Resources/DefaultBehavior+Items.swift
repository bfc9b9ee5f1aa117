import EndpointModel
import EndpointRuntime
import Foundation

// Items of collections.
extension DefaultBehavior {
  static func list(
    _ request: SimulatedRequest, in store: ResourceStore
  ) async -> SimulatedResponse {
    var resources = await store.resources(in: request.collection)
    if let tail = request.plan.tail, let id = request.id {
      resources = resources.filter { tail.filled(by: $0.identity) == id }
    }
    return .list(await ResponseMaker(request: request, store: store).items(resources))
  }

  static func fetch(
    _ id: String, _ request: SimulatedRequest, in store: ResourceStore
  ) async throws(SimulatedError) -> SimulatedResponse {
    guard
      let resource = await store.resource(id, in: request.collection, matching: request.plan.item)
    else { throw request.missingItem }
    return await ResponseMaker(request: request, store: store).response(with: resource)
  }

  static func create(
    _ request: SimulatedRequest, in store: ResourceStore, usualStatus: Int = 201
  ) async throws(SimulatedError) -> SimulatedResponse {
    let bodies = bodies(of: request)
    for body in bodies { try await rejectDuplicate(of: body, to: request, store) }
    let type = request.endpoint.body?.jsonType.map { request.types.underlying($0).element }
    let identifier = request.identifierName
    var last = Resource([:], at: store.clock.date)
    for body in bodies {
      let additions = request.plan.itemType.map {
        request.types.withoutSecrets(request.additions, as: $0)
      }
      let members = request.types.stored(body, as: type)
        .merging(additions ?? request.additions) { $1 }
      let lifecycle = request.world.lifecycle(at: request.collection + "/-")
      let plan = lifecycle?.creation(of: request.fieldNames(for: members))
      last = await store.insert(
        members, into: request.collection, identifiedBy: identifier, plan: plan ?? .init())
    }
    last.show(request.additions)
    let sent = type.map(request.types.fieldNames) ?? []
    let secrets = request.secrets.subtracting(sent)
    return await ResponseMaker(request: request, store: store)
      .response(with: last, usualStatus: usualStatus, newSecrets: secrets)
  }

  static func replace(
    _ id: String, _ request: SimulatedRequest, in store: ResourceStore
  ) async throws(SimulatedError) -> SimulatedResponse {
    let members = request.types.stored(
      request.body?.object ?? [:], as: request.endpoint.body?.jsonType)
    let plan = request.world.lifecycle(at: request.path)?
      .update(of: request.fieldNames(for: members))
    let resource = await store.replace(
      id, in: request.collection, matching: request.plan.item, by: members, plan: plan)
    guard let resource else { throw request.missingItem }
    return await ResponseMaker(request: request, store: store).response(with: resource)
  }

  static func change(
    _ id: String, _ request: SimulatedRequest, in store: ResourceStore
  ) async throws(SimulatedError) -> SimulatedResponse {
    let item = request.plan.item
    guard let old = await store.resource(id, in: request.collection, matching: item) else {
      throw request.missingItem
    }
    let body = request.body?.object ?? [:]
    try rejectRenaming(of: old, by: body, matching: item)
    let bodyType = request.endpoint.body?.jsonType
    let changes = request.types.stored(body, as: bodyType)
      .merging(body.filter { $0.value == .null }) { $1 }.merging(request.additions) { $1 }
    let plan = request.world.lifecycle(at: request.path)?
      .update(of: Set(old.members.keys))
    let (types, type) = (request.types, request.plan.itemType)
    let resource = await store.change(id, in: request.collection, matching: item, plan: plan) {
      types.merged(changes, into: $0, as: type)
    }
    guard let resource else { throw request.missingItem }
    return await ResponseMaker(request: request, store: store).response(with: resource)
  }

  static func remove(
    _ id: String, _ request: SimulatedRequest, in store: ResourceStore
  ) async throws(SimulatedError) -> SimulatedResponse {
    let item = request.plan.item
    guard let resource = await store.resource(id, in: request.collection, matching: item) else {
      throw request.missingItem
    }
    guard
      let plan = request.world.lifecycle(at: request.path)?
        .deletion(of: Set(resource.members.keys))
    else {
      await store.remove(id, from: request.collection, matching: item.text)
      return .empty(status: request.status(preferring: 204))
    }
    _ = await store.follow(plan, id, in: request.collection, matching: item)
    return .empty(status: request.statusOfLaterChange)
  }
}

extension DefaultBehavior {
  /// The fields of each item in a body.
  private static func bodies(of request: SimulatedRequest) -> [[String: JSON]] {
    guard request.endpoint.takesJSON else { return [[:]] }
    guard request.endpoint.takesList else { return [request.body?.object ?? [:]] }
    return (request.body?.array ?? []).compactMap(\.object)
  }

  /// Names are unique only within the lists that have an endpoint of their own.
  private static func rejectDuplicate(
    of body: [String: JSON], to request: SimulatedRequest, _ store: ResourceStore
  ) async throws(SimulatedError) {
    let (identity, collection, list) = (ItemIdentity(body), request.collection, request.plan.list)
    let others = await store.resources(in: collection).filter {
      list.filled(by: $0.identity) == list.filled(by: identity)
    }
    for template in request.plan.item.alternatives {
      guard let id = template.filled(by: identity),
        others.contains(where: { template.filled(by: $0.identity) == id })
      else { continue }
      let rule = request.world.behavior.duplicates[
        PathTemplate(String(request.endpoint.collectionPath)).signature]
      throw SimulatedError(
        status: rule?.status ?? 409, code: rule?.code ?? "DUPLICATE_RESOURCE",
        detail: "\(collection)/\(id) already exists.", parameters: [.string(id)])
    }
  }

  /// The fields in the path of an item cannot be changed.
  private static func rejectRenaming(
    of old: Resource, by body: [String: JSON], matching item: ItemTemplate
  ) throws(SimulatedError) {
    for name in item.identifyingFields(among: old.members).union(["id", "_id"]).sorted() {
      guard let value = body[name], value != .null, let old = old.members[name], old != value else {
        continue
      }
      throw SimulatedError(
        status: 400, code: "ATTRIBUTE_READ_ONLY",
        detail: "The attribute \(name) cannot be changed.",
        parameters: [.string(name)])
    }
  }
}
