import EndpointModel
import EndpointRuntime
import Foundation

/// The behavior of endpoints without a handler.
///
/// A path that ends in fixed text is a collection, and one that ends in placeholders an item of it:
/// POST adds to a collection, GET lists it or fetches an item, PUT replaces an item, PATCH changes
/// its fields, and DELETE removes it. A list whose path ends in placeholders has the items with
/// their values. Fixed text without a list is a resource that always exists.
///
/// If the body is a list, POST adds each element, and PUT replaces all items. If the response to a
/// change is a list, it is the whole collection.
///
/// Responses have what requests have set, what the server itself sets (identifiers, dates, states,
/// values of the path), and values for other required fields. Resources whose endpoints have waiters
/// go through their states by the simulator's clock. Data that no request can change is the
/// definition's example.
public enum DefaultBehavior {
  /// Responds to a request. Handlers can call it after they have prepared the request.
  public static let handler: Handler = { request, store in
    let endpoint = request.endpoint
    switch (endpoint.method, request.id) {
    case ("GET", _) where request.returnsList: return await list(request, in: store)
    case ("GET", let id?): return try await fetch(id, request, in: store)
    case ("GET", nil) where endpoint.body == nil: return try await fetchDocument(request, in: store)
    case ("POST", _) where request.makesItem: return try await create(request, in: store)
    case ("PUT", nil) where endpoint.takesList:
      await store.removeAll(from: request.collection)
      return try await create(request, in: store, usualStatus: 200)
    case ("PUT", nil) where endpoint.takesJSON, ("PATCH", nil) where endpoint.takesJSON:
      return await changeDocument(request, in: store)
    case ("PUT", let id?) where endpoint.takesJSON: return try await replace(id, request, in: store)
    case ("PATCH", let id?) where endpoint.takesJSON:
      return try await change(id, request, in: store)
    case ("DELETE", let id?): return try await remove(id, request, in: store)
    case ("DELETE", nil): return await removeDocument(request, in: store)
    default: return await other(request, in: store)
    }
  }
}

// Items.
extension DefaultBehavior {
  private static func list(
    _ request: SimulatedRequest, in store: ResourceStore
  ) async -> SimulatedResponse {
    var resources = await store.resources(in: request.collection)
    if let tail = request.plan.tail, let id = request.id {
      resources = resources.filter { tail.filled(by: $0.identity) == id }
    }
    return .list(await ResponseMaker(request: request, store: store).items(resources))
  }

  private static func fetch(
    _ id: String, _ request: SimulatedRequest, in store: ResourceStore
  ) async throws(SimulatedError) -> SimulatedResponse {
    guard
      let resource = await store.resource(id, in: request.collection, matching: request.plan.item)
    else { throw request.missingItem }
    return await ResponseMaker(request: request, store: store).response(with: resource)
  }

  private static func create(
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

  private static func replace(
    _ id: String, _ request: SimulatedRequest, in store: ResourceStore
  ) async throws(SimulatedError) -> SimulatedResponse {
    let members = request.types.stored(
      request.body?.object ?? [:], as: request.endpoint.body?.jsonType)
    let item = request.plan.item
    let plan = request.world.lifecycle(at: request.path)?
      .update(of: request.fieldNames(for: members))
    let resource = await store.change(
      id, in: request.collection, matching: item, plan: plan
    ) { old in
      let identifier = item.identifier(among: old.keys)
      return members.merging(old.filter { $0.key == identifier }) { $1 }
    }
    guard let resource else { throw request.missingItem }
    return await ResponseMaker(request: request, store: store).response(with: resource)
  }

  private static func change(
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

  private static func remove(
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

// Resources that are not items.
extension DefaultBehavior {
  private static func fetchDocument(
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
  private static func followed(
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

  private static func changeDocument(
    _ request: SimulatedRequest, in store: ResourceStore
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
    return .item(document, status: request.status(preferring: 200))
  }

  private static func removeDocument(
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

  /// Responds to an endpoint that changes no resource.
  private static func other(
    _ request: SimulatedRequest, in store: ResourceStore
  ) async -> SimulatedResponse {
    let endpoint = request.endpoint
    if endpoint.returnsJSON || endpoint.responses.isEmpty {
      return await done(request, in: store, usualStatus: endpoint.responses.isEmpty ? 204 : 200)
    }
    return .data(
      Data(), contentType: endpoint.accept.first ?? "application/octet-stream",
      status: request.status(preferring: 200))
  }

  private static func done(
    _ request: SimulatedRequest, in store: ResourceStore, usualStatus: Int
  ) async -> SimulatedResponse {
    guard request.endpoint.returnsJSON else {
      return .empty(status: request.status(preferring: usualStatus))
    }
    let status = request.status(preferring: 200)
    if request.returnsList {
      let items = await store.resources(in: request.collection)
      return .list(await ResponseMaker(request: request, store: store).items(items), status: status)
    }
    let members = request.isUntyped ? request.example?.object ?? [:] : [:]
    let document = await ResponseMaker(request: request, store: store)
      .document(members, at: request.path)
    return .item(document, status: status)
  }
}

// Bodies.
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

extension SimulatedRequest {
  /// Whether the response is JSON of no type.
  fileprivate var isUntyped: Bool { plan.itemType.map(types.underlying) == .json }

  /// The Boolean fields of the response, which are off before they are set.
  fileprivate var flags: [String: JSON] {
    guard let type = plan.itemType, let fields = types.fields(of: type, for: [:]) else {
      return [:]
    }
    let flags = fields.fields.filter { types.underlying($0.type) == .bool && $0.access != .write }
    return Dictionary(flags.map { ($0.name, false) }) { first, _ in first }
  }

  /// The names of the fields that a resource with some fields can have.
  fileprivate func fieldNames(for members: [String: JSON]) -> Set<String> {
    guard let type = plan.itemType,
      let fields = types.fields(of: type, for: .object(members))
    else { return [] }
    return Set(fields.fields.map(\.name))
  }

  /// The names of the secrets in the response.
  fileprivate var secrets: Set<String> {
    guard let type = plan.itemType, let fields = types.fields(of: type, for: [:]) else { return [] }
    return Set(fields.fields.filter(\.isSensitive).map(\.name))
  }

  /// The status of the response to a change that takes time: 202 if the definition has it.
  fileprivate var statusOfLaterChange: Int { status(preferring: 202) }
}
