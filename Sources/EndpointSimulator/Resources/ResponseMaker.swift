import EndpointModel
import EndpointRuntime
import Foundation

/// Creates the response to a request from resources of the store.
struct ResponseMaker {
  let request: SimulatedRequest
  let store: ResourceStore

  /// Returns the response with an item of a collection, or with the whole collection if the endpoint
  /// returns that.
  ///
  /// - Parameter usualStatus: The status unless the definition has only others.
  func response(
    with resource: Resource, usualStatus: Int = 200, newSecrets: Set<String> = []
  ) async -> SimulatedResponse {
    if request.endpoint.responses.isEmpty {
      return .empty(status: request.status(preferring: 204))
    }
    let status = request.status(preferring: usualStatus)
    if request.returnsList {
      let items = await items(store.resources(in: request.collection))
      return .list(items, status: status)
    }
    let path = path(of: resource)
    return .item(await document(resource, at: path, newSecrets: newSecrets), status: status)
  }

  /// Returns the items of a list.
  func items(_ resources: [Resource]) async -> [JSON] {
    let values = await pathValues()
    var items: [JSON] = []
    for resource in resources {
      items.append(
        await document(resource, at: path(of: resource), pathValues: values, newSecrets: []))
    }
    return items
  }

  /// Returns a resource as the endpoint's response has it.
  ///
  /// - Parameter path: The path of the resource.
  func document(
    _ resource: Resource, at path: String, newSecrets: Set<String> = []
  ) async -> JSON {
    await document(resource, at: path, pathValues: pathValues(), newSecrets: newSecrets)
  }

  /// Returns a resource that nothing has been stored of.
  func document(_ members: [String: JSON], at path: String) async -> JSON {
    let shaper = ResponseShaper(
      types: request.types, maker: maker(at: store.clock.date),
      pathValues: await pathValues(), path: path, url: request.url, dates: nil)
    let computed = await request.world.computedFields(.object(members), at: path, in: store)
    return shaped(.object(members.merging(computed) { $1 }), by: shaper)
  }

  private func document(
    _ resource: Resource, at path: String, pathValues: [String: String], newSecrets: Set<String>
  ) async -> JSON {
    var shaper = ResponseShaper(
      types: request.types, maker: maker(at: resource.created),
      pathValues: pathValues, path: path,
      url: request.url.replacing(request.path, with: path),
      dates: (resource.created, resource.changed))
    shaper.newSecrets = newSecrets
    let members = resource.members
    let computed = await request.world.computedFields(.object(members), at: path, in: store)
    return shaped(.object(members.merging(computed) { $1 }), by: shaper)
  }

  private func shaped(_ value: JSON, by shaper: ResponseShaper) -> JSON {
    guard let type = request.plan.itemType else { return value }
    let underlying = request.types.underlying(type)
    if case .scalar(let scalar) = underlying, scalar != .json {
      return shaper.maker.value(
        of: FieldDescriptor(name: "value", swiftName: "value", type: type), at: shaper.path)
    }
    return shaper.shaped(value, as: type)
  }

  private func maker(at date: Date) -> ValueMaker {
    ValueMaker(types: request.types, seed: store.seed, date: date)
  }

  /// The path of an item of the collection.
  private func path(of resource: Resource) -> String {
    if request.endpoint.method != "POST", !request.returnsList, request.id != nil {
      return request.path
    }
    let end = request.plan.item.alternatives.lazy.compactMap { $0.filled(by: resource.identity) }
      .first
    return "\(request.collection)/\(end ?? "")"
  }

  /// The values in the path of the request, by the names of fields, and the identifiers that the
  /// items have below whose paths the resource is.
  private func pathValues() async -> [String: String] {
    var values: [String: String] = [:]
    for parent in request.plan.parents {
      guard let item = request.item(parent),
        let resource = await store.resource(item.id, in: item.collection, matching: item.template)
      else { continue }
      for (name, value) in resource.members where name.hasSuffix("Id") {
        if let text = value.string { values[ItemTemplate.plain(name)] = text }
      }
    }
    for (name, value) in request.pathValues {
      let plain = ItemTemplate.plain(name)
      // The name of a cluster is not that of its snapshots.
      guard request.plan.tail?.names(name) == true || !["id", "name"].contains(plain) else {
        continue
      }
      values[plain] = value
    }
    if let id = request.pathValue("groupId") { values["projectid"] = id }
    return values
  }
}
