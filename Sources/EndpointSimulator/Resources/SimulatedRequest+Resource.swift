import EndpointModel
import EndpointRuntime
import Foundation

extension SimulatedRequest {
  /// The path of the endpoint's collection: the path without the trailing values.
  public var collection: String {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(plan.tail?.segmentCount ?? 0).joined(separator: "/")
  }

  /// The trailing values of the path, which identify an item; `nil` for a collection.
  public var id: String? { plan.tail?.filled { pathValues[$0] } }

  /// The trailing placeholders in the path of an item, such as `{INDEX-ID}`.
  public var template: String { plan.item.text }

  /// Whether POST creates an item, from a body or from a path with trailing placeholders.
  var makesItem: Bool {
    endpoint.takesJSON
      ? endpoint.responses.isEmpty || endpoint.returnsJSON : id != nil && endpoint.returnsJSON
  }

  /// The example of the response that the definition has; `nil` if it has none.
  var example: JSON? {
    plan.details?.responses.lazy.flatMap(\.examples).first
      .flatMap { JSONCoding.document(Data($0.json.utf8)) }
  }

  /// Whether the response is a page.
  var returnsPage: Bool { endpoint.isPaginated || plan.itemsField != nil }

  /// Whether the response is a list, with or without pages.
  var returnsList: Bool { endpoint.returnsList || plan.itemsField != nil }

  /// The field for the identifier of a new item.
  var identifierName: String {
    plan.item.identifier(among: plan.itemType.map(types.fieldNames) ?? [])
  }

  /// The path as it was sent, with the base path of the API.
  var fullPath: String {
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count > 3 ? "/\(parts[3])" : path
  }

  /// Returns the usual status of a method if the definition has it, and otherwise the first that
  /// the definition has.
  func status(preferring usual: Int) -> Int {
    let statuses = endpoint.successStatuses
    let usual = world.behavior.statuses[endpoint.name] ?? usual
    return statuses.contains(usual) ? usual : statuses.first ?? usual
  }

  /// Checks that the items exist below whose paths the endpoint's resources are.
  ///
  /// - Throws: 404 with the code of the outermost missing item.
  func checkParents(in store: ResourceStore) async throws(SimulatedError) {
    for parent in plan.parents {
      guard let item = item(parent),
        await store.resource(item.id, in: item.collection, matching: item.template) == nil
      else { continue }
      let path = path.split(separator: "/", omittingEmptySubsequences: false)
        .prefix(parent.depth + 1).joined(separator: "/")
      throw world.missingItem(
        parent.signature, tail: item.template,
        values: parent.template.placeholders.map { pathValues[$0] ?? "" },
        path: fullPath.replacing(self.path, with: path))
    }
  }

  /// Returns where the item of a parent path is; `nil` if the path of the request has been replaced by
  /// a shorter one.
  func item(_ parent: ParentPath) -> (id: String, collection: String, template: ItemTemplate)? {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let tail = parent.tail, segments.count > parent.depth,
      let id = tail.filled(by: { pathValues[$0] })
    else { return nil }
    let collection = segments.prefix(parent.depth + 1 - tail.segmentCount).joined(separator: "/")
    return (id, collection, tail)
  }

  /// The error for the item of the path, which does not exist.
  var missingItem: SimulatedError {
    world.missingItem(
      endpoint.path.signature, tail: plan.tail,
      values: endpoint.path.placeholders.map { pathValues[$0] ?? "" }, path: fullPath)
  }
}

// The type of the response.
extension SimulatedRequest {
  /// Whether the response is JSON of no type.
  var isUntyped: Bool { plan.itemType.map(types.underlying) == .json }

  /// The Boolean fields of the response, which are off before they are set.
  var flags: [String: JSON] {
    guard let type = plan.itemType, let fields = types.fields(of: type, for: [:]) else {
      return [:]
    }
    let flags = fields.fields.filter { types.underlying($0.type) == .bool && $0.access != .write }
    return Dictionary(flags.map { ($0.name, false) }) { first, _ in first }
  }

  /// The names of the fields that a resource with some fields can have.
  func fieldNames(for members: [String: JSON]) -> Set<String> {
    guard let type = plan.itemType,
      let fields = types.fields(of: type, for: .object(members))
    else { return [] }
    return Set(fields.fields.map(\.name))
  }

  /// The names of the secrets in the response.
  var secrets: Set<String> {
    guard let type = plan.itemType, let fields = types.fields(of: type, for: [:]) else { return [] }
    return Set(fields.fields.filter(\.isSensitive).map(\.name))
  }

  /// The status of the response to a change that takes time: 202 if the definition has it.
  var statusOfLaterChange: Int { status(preferring: 202) }
}

extension EndpointDescriptor {
  /// Whether the response is a list, in pages or as an array.
  var returnsList: Bool { isPaginated || responseType?.isList == true }

  /// Whether the body is a JSON document.
  var takesJSON: Bool { body?.jsonType != nil }

  /// Whether the body is a JSON document and a list.
  var takesList: Bool { body?.jsonType?.isList == true }

  /// Whether the response is a JSON document.
  var returnsJSON: Bool { responseType != nil }
}
