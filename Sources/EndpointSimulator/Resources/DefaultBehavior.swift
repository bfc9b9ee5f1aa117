import EndpointRuntime
import Foundation

/// How endpoints behave that have no handler of their own.
///
/// A path that ends in fixed text names a collection, one that ends in a placeholder an item of it:
/// POST adds to a collection, GET lists it or fetches an item, PUT replaces an item, PATCH changes
/// its members, DELETE removes it. Fixed text that names no list is a resource of its own, which is there
/// from the beginning. What nobody has sent is as the endpoint's example has it; whatever else an
/// endpoint does, it answers that.
enum DefaultBehavior {
  static let handler: Handler = { request, store throws(SimulatedError) in
    let endpoint = request.endpoint
    switch (endpoint.method, endpoint.path.hasSuffix("}")) {
    case ("GET", false) where endpoint.answersList:
      return .list(await store.list(request.path))
    case ("POST", false) where endpoint.takesObject:
      var members = try members(of: request)
      try await refuseDuplicate(of: members, in: request.path, store)
      members.fit(to: endpoint, hasID: false)
      let item = await store.insert(members, into: request.path)
      return .item(item, status: request.status(preferring: 201))
    case ("GET", false) where endpoint.bodyType == nil:
      guard let document = await store.document(at: request.path) else {
        return try example(for: request)
      }
      return .item(document, status: request.status(preferring: 200))
    case ("PUT", false) where endpoint.takesObject, ("PATCH", false) where endpoint.takesObject:
      var members = try members(of: request)
      if await store.document(at: request.path) == nil { members.fit(to: endpoint, hasID: true) }
      return .item(
        await store.set(members, at: request.path), status: request.status(preferring: 200))
    case ("GET", true):
      return try answer(await store.find(request.id, in: request.collection), to: request)
    case ("PUT", true) where endpoint.takesObject:
      let members = try members(of: request)
      return try answer(
        await store.replace(request.id, in: request.collection, by: members), to: request)
    case ("PATCH", true) where endpoint.takesObject:
      let changes = try members(of: request)
      return try answer(
        await store.update(request.id, in: request.collection, with: changes), to: request)
    case ("DELETE", true):
      guard await store.remove(request.id, from: request.collection) else {
        throw notFound(request)
      }
      return .empty(status: request.status(preferring: 204))
    default:
      return try example(for: request)
    }
  }

  private static func example(for request: SimulatedRequest) throws(SimulatedError)
    -> SimulatedAnswer
  {
    let endpoint = request.endpoint
    if let text = endpoint.responseExample,
      let example = try? JSONCoding.decoder().decode(JSON.self, from: Data(text.utf8))
    {
      return endpoint.isPaginated
        ? .list([example]) : .item(example, status: request.status(preferring: 200))
    }
    if endpoint.responseType == nil { return .empty(status: request.status(preferring: 204)) }
    let contentType = endpoint.accept.prefix { $0 != "," }
    return .data(
      Data(), contentType: String(contentType), status: request.status(preferring: 200))
  }

  private static func answer(_ item: JSON?, to request: SimulatedRequest) throws(SimulatedError)
    -> SimulatedAnswer
  {
    guard let item else { throw notFound(request) }
    return .item(item, status: request.status(preferring: 200))
  }

  private static func members(of request: SimulatedRequest) throws(SimulatedError) -> [String: JSON]
  {
    guard case .object(let members) = request.body else {
      throw SimulatedError(
        status: 400, code: "INVALID_JSON", detail: "The body must be a JSON object.")
    }
    return members
  }

  private static func refuseDuplicate(
    of members: [String: JSON], in collection: String, _ store: ResourceStore
  ) async throws(SimulatedError) {
    for name in ["id", "name"] {
      guard let id = members[name]?.string, await store.find(id, in: collection) != nil else {
        continue
      }
      throw SimulatedError(
        status: 409, code: "DUPLICATE_RESOURCE", detail: "There is \(collection)/\(id) already.",
        parameters: [.string(id)])
    }
  }

  private static func notFound(_ request: SimulatedRequest) -> SimulatedError {
    SimulatedError(
      status: 404, code: "RESOURCE_NOT_FOUND", detail: "Cannot find resource \(request.path).",
      parameters: [.string(request.path)])
  }
}

extension EndpointDescriptor {
  /// Whether the answer is a list, in pages or not.
  fileprivate var answersList: Bool { isPaginated || responseType?.hasPrefix("[") == true }

  /// Whether the body is a JSON document, which may be an object.
  fileprivate var takesObject: Bool {
    bodyType?.hasPrefix("[") == false && bodyContentType.contains("json")
  }
}

extension [String: JSON] {
  /// Makes the members those of what an endpoint answers, which may be another type than it takes.
  fileprivate mutating func fit(to endpoint: EndpointDescriptor, hasID: Bool) {
    guard let text = endpoint.responseExample,
      case .object(var example)? = try? JSONCoding.decoder().decode(
        JSON.self, from: Data(text.utf8))
    else { return }
    if !hasID { example["id"] = nil }
    if case .object(let members) = JSON.object(self).fitted(to: .object(example)) { self = members }
  }
}

extension JSON {
  /// The document where it has the shape of an example, and the example where not.
  fileprivate func fitted(to example: JSON) -> JSON {
    switch (self, example) {
    case (.object(let own), .object(let others)):
      .object(own.merging(others) { own, other in own.fitted(to: other) })
    case (.array(let own), .array(let others)):
      if let first = others.first, own.contains(where: { !$0.isOfSameKind(as: first) }) {
        example
      } else {
        .array(own.map { element in others.first.map(element.fitted) ?? element })
      }
    default: isOfSameKind(as: example) ? self : example
    }
  }

  private func isOfSameKind(as other: JSON) -> Bool {
    switch (self, other) {
    case (.object, .object), (.array, .array), (.string, .string), (.bool, .bool): true
    case (.object, _), (.array, _), (.string, _), (.bool, _), (.null, _): false
    case (_, .object), (_, .array), (_, .string), (_, .bool), (_, .null): false
    default: true
    }
  }
}

extension SimulatedRequest {
  /// The path's last segment, which names an item.
  fileprivate var id: String {
    let name = endpoint.path.split(separator: "/").last.map { String($0.dropFirst().dropLast()) }
    return name.flatMap { pathValues[$0] } ?? ""
  }

  /// The status that a method usually answers with, if the definition has it, or else the first that
  /// the definition has.
  fileprivate func status(preferring usual: Int) -> Int {
    let statuses = endpoint.successStatuses
    return statuses.contains(usual) ? usual : statuses.first ?? usual
  }

  /// The path of the collection that an item is in.
  public var collection: String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }
}
