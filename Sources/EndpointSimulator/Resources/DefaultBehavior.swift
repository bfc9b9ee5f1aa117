import EndpointRuntime

/// How endpoints behave that have no handler of their own.
///
/// A path that ends in fixed text names a collection, one that ends in a placeholder an item of it:
/// POST adds to a collection, GET lists it or fetches an item, PUT and PATCH change an item, DELETE
/// removes it.
enum DefaultBehavior {
  static let handler: Handler = { request, store throws(SimulatedError) in
    let isItem = request.endpoint.path.hasSuffix("}")
    switch (request.endpoint.method, isItem) {
    case ("GET", false):
      return .list(await store.list(request.path))
    case ("POST", false):
      return .item(await store.insert(try members(of: request), into: request.path), status: 201)
    case ("GET", true):
      guard let item = await store.find(request.id, in: request.collection) else {
        throw notFound(request)
      }
      return .item(item)
    case ("PUT", true), ("PATCH", true):
      let changes = try members(of: request)
      guard let item = await store.update(request.id, in: request.collection, with: changes) else {
        throw notFound(request)
      }
      return .item(item)
    case ("DELETE", true):
      guard await store.remove(request.id, from: request.collection) else {
        throw notFound(request)
      }
      return .empty()
    default:
      throw SimulatedError(
        status: 501, code: "NOT_SIMULATED",
        detail: "The simulator does not know how \(request.endpoint.name) behaves.")
    }
  }

  private static func members(of request: SimulatedRequest) throws(SimulatedError) -> [String: JSON]
  {
    guard case .object(let members) = request.body else {
      throw SimulatedError(
        status: 400, code: "INVALID_JSON", detail: "The body must be a JSON object.")
    }
    return members
  }

  private static func notFound(_ request: SimulatedRequest) -> SimulatedError {
    SimulatedError(
      status: 404, code: "RESOURCE_NOT_FOUND", detail: "Cannot find resource \(request.path).",
      parameters: [.string(request.path)])
  }
}

extension SimulatedRequest {
  /// The path's last segment, which names an item.
  fileprivate var id: String {
    let name = endpoint.path.split(separator: "/").last.map { String($0.dropFirst().dropLast()) }
    return name.flatMap { pathValues[$0] } ?? ""
  }

  /// The path of the collection that an item is in.
  public var collection: String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }
}
