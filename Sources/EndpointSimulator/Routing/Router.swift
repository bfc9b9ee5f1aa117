import EndpointModel
import EndpointRuntime
import Foundation

/// Finds the endpoint of a request.
struct Router: Sendable {
  /// The path of the base URL, without a slash at its end.
  let pathPrefix: String
  private let routes: RouteTable
  /// The base paths of the endpoints.
  private let bases: Set<String>
  private let planner: EndpointPlanner
  private let types: CatalogTypes
  private let world: World

  init(_ catalog: EndpointCatalog, world: World) {
    self.world = world
    planner = EndpointPlanner(catalog, world: world)
    types = catalog.types
    pathPrefix = URLComponents(string: catalog.api.baseURL)?.percentEncodedPath ?? ""
    // Fixed text precedes placeholders: `/by-name/x` is before `/{ID}/x`.
    let base = pathPrefix
    let routes = catalog.endpoints.map { Route($0, below: $0.basePath ?? base) }
      .sorted { $0.specificity > $1.specificity }
    bases = Set(routes.map(\.base))
    self.routes = RouteTable(routes)
  }

  /// Returns whether a request-target is below the base path of an endpoint.
  func serves(_ target: String) -> Bool {
    bases.contains { target.hasPrefix($0) && (target.dropFirst($0.count).first ?? "/") == "/" }
  }

  /// Returns the request for the handler of its endpoint.
  ///
  /// - Throws: 404 for an unknown path, 405 for another method, 413 for a body that is too large,
  ///   400 for a body that is not JSON.
  func route(_ incoming: IncomingRequest, query: Query) throws(SimulatedError) -> SimulatedRequest {
    let path = incoming.path
    let matches = routes.matches(of: path)
    guard !matches.isEmpty else { throw SimulatedError.noResource(path) }
    let candidates = matches.filter { $0.0.responses(incoming.method) }
    let accept = incoming.headerFields[.accept]
    guard
      let (route, values) = candidates.first(where: { $0.0.isAccepted(by: accept?.preferredTypes) })
        ?? candidates.first(where: { $0.0.isAccepted(by: accept) })
        ?? candidates.first
    else {
      throw SimulatedError.methodNotAllowed(
        incoming.method, allowed: matches.map { $0.0.endpoint.method })
    }
    guard let data = incoming.body else {
      throw SimulatedError(
        status: 413, code: "BODY_TOO_LARGE",
        detail: "The body is larger than the simulator's limit.")
    }
    let plan = planner.plan(for: route.endpoint)
    return SimulatedRequest(
      endpoint: route.endpoint, pathValues: values, path: String(path.dropFirst(route.base.count)),
      url: "\(incoming.scheme)://\(incoming.host)\(path)", query: query,
      headerFields: incoming.headerFields, data: data,
      body: try json(data, for: route.endpoint, isRequired: plan.details?.body?.isRequired ?? true),
      plan: plan, types: types, world: world)
  }

  /// Returns the JSON document in a body; `nil` if the endpoint has none.
  private func json(
    _ data: Data, for endpoint: EndpointDescriptor, isRequired: Bool
  ) throws(SimulatedError) -> JSON? {
    guard let type = endpoint.body?.jsonType, isRequired || !data.isEmpty else { return nil }
    guard let body = JSONCoding.document(data) else {
      throw SimulatedError(
        status: 400, code: "INVALID_JSON", detail: "The body must be a JSON document (\(type)).")
    }
    return body
  }
}

extension SimulatedError {
  fileprivate static func methodNotAllowed(_ method: String, allowed: [String]) -> SimulatedError {
    let allowed = Set(allowed + (allowed.contains("GET") ? ["HEAD"] : [])).sorted()
    var error = SimulatedError(
      status: 405, code: "METHOD_NOT_ALLOWED",
      detail: "\(method) is not allowed here; \(allowed.joined(separator: ", ")) is.",
      parameters: [.string(method)])
    error.allowedMethods = allowed
    return error
  }

  fileprivate static func noResource(_ path: Substring) -> SimulatedError {
    SimulatedError(
      status: 404, code: "RESOURCE_NOT_FOUND", detail: "Cannot find resource \(path).",
      parameters: [.string(String(path))])
  }
}

extension String {
  /// The media types of `Accept` without those that have a quality value.
  fileprivate var preferredTypes: String {
    let types = split(separator: ",").filter { !$0.lowercased().contains(";q=") }
    return types.isEmpty ? self : types.joined(separator: ",")
  }
}
