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
/// change is a list, it is the whole collection. Fields that no request has set come from the
/// response example; endpoints that match no rule return the example.
public enum DefaultBehavior {
  /// Responds to a request. Handlers can call it after they have prepared the request.
  public static let handler: Handler = { request, store in
    let endpoint = request.endpoint
    switch (endpoint.method, request.id) {
    case ("GET", _) where endpoint.returnsList:
      return .list(await listed(request, in: store))
    case ("GET", let id?):
      return try await response(
        await store.find(id, in: request.collection, matching: request.template),
        to: request, store)
    case ("GET", nil) where endpoint.body == nil:
      guard let document = await store.document(at: request.path)?.object else { break }
      let whole = JSON.object(document.fitted(to: request.itemExample))
      return .item(whole, status: request.status(preferring: 200))
    case ("POST", _) where request.makesItem:
      let bodies = try bodies(of: request)
      for body in bodies { try await rejectDuplicate(of: body, to: request, store) }
      return try await response(await insert(bodies, of: request, store), to: request, store, 201)
    case ("PUT", nil) where endpoint.takesList:
      let bodies = try bodies(of: request)
      await store.removeAll(from: request.collection)
      return try await response(await insert(bodies, of: request, store), to: request, store)
    case ("PUT", nil) where endpoint.takesJSON, ("PATCH", nil) where endpoint.takesJSON:
      let (body, example) = (try body(of: request), request.itemExample)
      let document = await store.setDocument(at: request.path) { old in
        body.fitted(to: example, over: old)
      }
      return try await response(document, to: request, store)
    case ("PUT", let id?) where endpoint.takesJSON:
      let body = try body(of: request).fitted(to: request.itemExample)
      let item = await store.replace(
        id, in: request.collection, matching: request.template, by: body)
      return try await response(item, to: request, store)
    case ("PATCH", let id?) where endpoint.takesJSON:
      let (body, example) = (try body(of: request), request.itemExample)
      let item = await store.change(
        id, in: request.collection, matching: request.template
      ) { old in body.fitted(to: example, over: old) }
      return try await response(item, to: request, store)
    case ("DELETE", let id?):
      guard
        await store.remove(id, from: request.collection, matching: request.template)
      else { throw notFound(request) }
      return .empty(status: request.status(preferring: 204))
    case ("DELETE", nil):
      await store.removeDocument(at: request.path)
    default: break
    }
    return example(for: request)
  }

  private static func listed(_ request: SimulatedRequest, in store: ResourceStore) async -> [JSON] {
    let items = await store.list(request.collection)
    guard let id = request.id else { return items }
    return items.filter { request.itemTemplate.filled(by: $0) == id }
  }

  /// Adds items to a collection, with an identifier if the response has one.
  ///
  /// - Returns: The last item.
  private static func insert(
    _ bodies: [[String: JSON]], of request: SimulatedRequest, _ store: ResourceStore
  ) async -> JSON {
    var example = request.itemExample
    let identifier = request.itemTemplate.identifier(among: example.keys)
    example[identifier] = nil
    var item: JSON = [:]
    for body in bodies {
      item = await store.insert(
        body.fitted(to: example), into: request.collection, identifiedBy: identifier)
    }
    return item
  }

  private static func response(
    _ item: JSON?, to request: SimulatedRequest, _ store: ResourceStore, _ usualStatus: Int = 200
  ) async throws(SimulatedError) -> SimulatedResponse {
    guard let item else { throw notFound(request) }
    if request.endpoint.responses.isEmpty {
      return .empty(status: request.status(preferring: 204))
    }
    let status = request.status(preferring: usualStatus)
    return request.returnsList
      ? .list(await store.list(request.collection), status: status) : .item(item, status: status)
  }

  private static func example(for request: SimulatedRequest) -> SimulatedResponse {
    let endpoint = request.endpoint
    if let example = request.example {
      return endpoint.isPaginated
        ? .list([example]) : .item(example, status: request.status(preferring: 200))
    }
    if endpoint.responses.isEmpty { return .empty(status: request.status(preferring: 204)) }
    return .data(
      Data(), contentType: endpoint.accept.first ?? "application/octet-stream",
      status: request.status(preferring: 200))
  }

  private static func body(of request: SimulatedRequest) throws(SimulatedError) -> [String: JSON] {
    guard let members = request.body?.object else {
      throw SimulatedError(
        status: 400, code: "INVALID_JSON", detail: "The body must be a JSON object.")
    }
    return members
  }

  /// The fields of each item in a body; without a body, those of the example.
  private static func bodies(of request: SimulatedRequest) throws(SimulatedError)
    -> [[String: JSON]]
  {
    guard request.endpoint.takesJSON else { return [[:]] }
    guard request.endpoint.takesList else { return [try body(of: request)] }
    guard let elements = request.body?.array, elements.allSatisfy({ $0.object != nil }) else {
      throw SimulatedError(
        status: 400, code: "INVALID_JSON", detail: "The body must be a list of JSON objects.")
    }
    return elements.compactMap(\.object)
  }

  /// Names are unique only within the lists that have an endpoint of their own.
  private static func rejectDuplicate(
    of body: [String: JSON], to request: SimulatedRequest, _ store: ResourceStore
  ) async throws(SimulatedError) {
    let (body, collection, list) = (JSON.object(body), request.collection, request.listTemplate)
    let others = await store.list(collection).filter {
      list.filled(by: $0) == list.filled(by: body)
    }
    for template in request.itemTemplate.alternatives {
      guard let id = template.filled(by: body),
        others.contains(where: { template.filled(by: $0) == id })
      else { continue }
      throw SimulatedError(
        status: 409, code: "DUPLICATE_RESOURCE", detail: "\(collection)/\(id) already exists.",
        parameters: [.string(id)])
    }
  }

  private static func notFound(_ request: SimulatedRequest) -> SimulatedError {
    SimulatedError(
      status: 404, code: request.notFoundCode, detail: "Cannot find resource \(request.path).",
      parameters: [.string(request.path)])
  }
}
