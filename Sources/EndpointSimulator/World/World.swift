import EndpointModel
import EndpointRuntime

/// What the APIs of a simulator know of each other's resources.
struct World: Sendable {
  let behavior: SimulatedBehavior
  /// The endpoints that return resources with states, each with its lifecycle.
  private let lifecycles: [(route: Route, lifecycle: Lifecycle)]
  /// The names of placeholders at the ends of the paths of items, by the signatures of the paths.
  private let items: [String: Set<String>]
  private let missing: [String: SimulatedBehavior.MissingItem]
  /// The default fields, with the segments of the paths that have them.
  private let defaults: [(segments: [Substring], fields: [String: JSON])]
  /// The fields that are computed, with the segments of the paths that have them.
  private let computations: [(segments: [Substring], compute: SimulatedBehavior.ComputedFields)]

  init(_ catalogs: [EndpointCatalog], behavior: SimulatedBehavior) {
    self.behavior = behavior
    items = Self.items(catalogs.map(\.endpoints))
    lifecycles = Self.lifecycles(catalogs)
    defaults = behavior.defaults.map { ($0.key.split(separator: "/"), $0.value) }
    computations = behavior.computedFields.map { ($0.key.split(separator: "/"), $0.value) }
    missing = Dictionary(
      behavior.missing.map { (Self.key($0.key), $0.value) }
    ) { first, _ in first }
  }

  /// Returns the states of the resource at a path; `nil` if it has none.
  func lifecycle(at path: String) -> Lifecycle? { lifecycleAndRoute(at: path)?.lifecycle }

  /// Returns the states of the resource at a path, and the route of the endpoint that returns it.
  func lifecycleAndRoute(at path: String) -> (lifecycle: Lifecycle, route: Route)? {
    lifecycles.first { $0.route.values(in: path) != nil }.map { ($0.lifecycle, $0.route) }
  }

  /// Returns the items that must exist for an endpoint's resources to exist, from the outermost.
  func parents(of endpoint: EndpointDescriptor) -> [ParentPath] {
    let segments = endpoint.path.segments
    return segments.indices.dropLast().compactMap { index in
      let parent = ParentPath(of: endpoint.path, depth: index + 1)
      guard let known = items[parent.signature], let last = parent.placeholder else { return nil }
      // `/clusters/{HOSTNAME}/logs` is not about a cluster, though `/clusters/{CLUSTER-NAME}` is.
      let isSame = known.contains { $0.hasSuffix(last) || last.hasSuffix($0) }
      return isSame ? parent : nil
    }
  }

  /// Returns the error for an item that does not exist.
  ///
  /// - Parameters:
  ///   - signature: The signature of the path of the item.
  ///   - tail: The placeholders at its end.
  ///   - values: The values of all its placeholders, in order.
  ///   - path: Its path, for an error that has no description of its own.
  func missingItem(
    _ signature: String, tail: ItemTemplate?, values: [String], path: String
  ) -> SimulatedError {
    let rule = missing[signature] ?? tail.flatMap { missing[$0.normalized] }
    if let code = rule?.invalidCode, let id = values.last, !id.isObjectID {
      return SimulatedError(
        status: 404, code: code, detail: "The identifier \(id) is invalid.",
        parameters: [.string(id)])
    }
    let lifecycle = lifecycles.first { $0.route.endpoint.path.signature == signature }?.lifecycle
    guard let code = rule?.code ?? lifecycle?.deletionCode else {
      return SimulatedError(
        status: 404, code: "RESOURCE_NOT_FOUND", detail: "Cannot find resource \(path).",
        parameters: [.string(path)])
    }
    guard let template = rule?.detail else {
      let id = values.last ?? path
      return SimulatedError(
        status: 404, code: code, detail: "Cannot find \(path).", parameters: [.string(id)])
    }
    var detail = template
    var parameters: [(position: Int, value: String)] = []
    for (index, value) in values.enumerated() {
      guard let range = template.firstRange(of: "{\(index)}") else { continue }
      detail = detail.replacing("{\(index)}", with: value)
      parameters.append(
        (template.distance(from: template.startIndex, to: range.lowerBound), value))
    }
    return SimulatedError(
      status: 404, code: code, detail: detail,
      parameters: parameters.sorted { $0.position < $1.position }.map { .string($0.value) })
  }

  /// Returns the fields of a resource that are computed, or that it has by default.
  func computedFields(
    _ resource: JSON, at path: String, in store: ResourceStore
  ) async -> [String: JSON] {
    var fields: [String: JSON] = [:]
    let segments = path.split(separator: "/")
    for (parts, defaults) in defaults where Self.matches(parts, segments) {
      for (name, value) in defaults { fields[name] = value.completing(resource[name]) }
    }
    let complete = JSON.object((resource.object ?? [:]).merging(fields) { $1 })
    for (parts, compute) in computations where Self.matches(parts, segments) {
      fields.merge(await compute(complete, path, store)) { $1 }
    }
    return fields
  }

  private static func matches(_ parts: [Substring], _ segments: [Substring]) -> Bool {
    parts.count == segments.count && zip(parts, segments).allSatisfy { $0 == "{}" || $0 == $1 }
  }

  private static func key(_ key: String) -> String {
    key.hasPrefix("/") ? key : ItemTemplate(key).normalized
  }

  private static func items(_ apis: [[EndpointDescriptor]]) -> [String: Set<String>] {
    var items: [String: Set<String>] = [:]
    for endpoints in apis {
      let collections = Set(
        endpoints.filter { $0.method == "POST" || $0.returnsList }.map(\.path.signature))
      for endpoint in endpoints where endpoint.method == "GET" && !endpoint.returnsList {
        guard let tail = endpoint.tail else { continue }
        let signature = endpoint.path.signature
        let collection = signature.split(separator: "/", omittingEmptySubsequences: false)
          .dropLast(tail.segmentCount).joined(separator: "/")
        guard collections.contains(collection), let last = endpoint.path.placeholders.last else {
          continue
        }
        items[signature, default: []].insert(ItemTemplate.plain(last))
      }
    }
    return items
  }

  private static func lifecycles(
    _ catalogs: [EndpointCatalog]
  ) -> [(route: Route, lifecycle: Lifecycle)] {
    var found: [(route: Route, lifecycle: Lifecycle)] = []
    for catalog in catalogs {
      for endpoint in catalog.endpoints where endpoint.method == "GET" {
        guard let details = catalog.details(of: endpoint.name), !details.waiters.isEmpty,
          let lifecycle = Lifecycle(
            details.waiters, of: endpoint.responseType, in: catalog.types)
        else { continue }
        let signature = endpoint.path.signature
        if let index = found.firstIndex(where: { $0.route.endpoint.path.signature == signature }) {
          found[index].lifecycle.merge(lifecycle)
        } else {
          found.append((Route(endpoint, below: ""), lifecycle))
        }
      }
    }
    return found.sorted { $0.route.specificity > $1.route.specificity }
  }
}

/// The path of an item below which an endpoint's resources are.
struct ParentPath: Sendable {
  /// The template of the path.
  let template: PathTemplate
  /// The placeholders at its end.
  let tail: ItemTemplate?
  /// The number of segments.
  let depth: Int

  var signature: String { template.signature }

  /// The name of the last placeholder, without differences between spellings; `nil` if the path does
  /// not end in one.
  var placeholder: String? {
    tail == nil ? nil : template.placeholders.last.map(ItemTemplate.plain)
  }

  init(of path: PathTemplate, depth: Int) {
    let segments = path.description.split(separator: "/", omittingEmptySubsequences: false)
    template = PathTemplate(segments.prefix(depth + 1).joined(separator: "/"))
    tail = template.tail
    self.depth = depth
  }
}

extension PathTemplate {
  /// The template with `{}` for each placeholder.
  var signature: String {
    "/"
      + segments.map { parts in
        parts.map { part in
          switch part {
          case .text(let text): text
          case .placeholder: "{}"
          }
        }.joined()
      }.joined(separator: "/")
  }
}

extension JSON {
  /// Returns a value with what it lacks of this default.
  fileprivate func completing(_ value: JSON?) -> JSON {
    switch (self, value) {
    case (_, nil): self
    case (.object(let defaults), .object(var members)?):
      {
        for (name, value) in defaults { members[name] = value.completing(members[name]) }
        return .object(members)
      }()
    case (.array(let elements), .array(let values)?) where elements.count == 1:
      .array(values.map { elements[0].completing($0) })
    case (_, let value?): value
    }
  }
}

extension String {
  /// Whether the string has the form of an identifier that the server assigns.
  fileprivate var isObjectID: Bool { count == 24 && allSatisfy(\.isHexDigit) }
}
