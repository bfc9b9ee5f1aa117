import EndpointModel
import EndpointRuntime
import Foundation

/// The behavior of endpoints without a handler.
///
/// A path that ends in fixed text is a collection, and one that ends in placeholders an item of it:
/// POST adds to a collection, GET lists it or fetches an item, PUT replaces an item, PATCH changes
/// its fields, and DELETE removes it. A list whose path ends in placeholders has the items with
/// their values. Fixed text without a list is a resource of its own, which always exists unless the
/// definition says otherwise.
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
    case ("POST", nil) where endpoint.takesJSON && request.plan.isDocument:
      return await changeDocument(request, in: store, usualStatus: 201)
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

extension DefaultBehavior {
  /// Responds to an endpoint that changes no resource.
  static func other(
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

  static func done(
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
