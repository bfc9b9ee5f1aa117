import EndpointDefinition
import EndpointModel

/// Turns operations into endpoints, whose types are keys still.
struct OperationImporter {
  let document: OpenAPIDocument
  var conventions: Conventions
  var types: TypeImporter
  /// Whether the document is an export of definitions, which is taken as it is.
  var isExport: Bool { types.isExport }
  /// The query parameters that every endpoint of an export has.
  var sharedNames: Set<String> = []

  /// An endpoint with what its names and its file depend on.
  struct Imported {
    var draft: EndpointDraft
    /// The tag as the document has it.
    var tag: String?
    /// The `operationId`, or the method and the path.
    var id: String
    /// What an endpoint for another media type of the operation adds to the name.
    var suffix = ""
    var position: DocumentNode.Position
  }

  /// Returns the endpoints of an operation, the first of which has its JSON; empty if it cannot be
  /// expressed.
  mutating func endpoints(of source: OperationSource) -> [Imported] {
    guard let (path, basePath) = path(of: source) else { return [] }
    // The operation itself has no type; it owns those of its parameters and contents.
    let scope = TypeImporter.Scope.component(source.id)
    var draft = EndpointDraft(
      name: source.id, method: source.method, path: path, basePath: basePath,
      documentation: types.documentation(of: source.node))
    guard let parameters = parameters(of: source, path: path, in: scope) else { return [] }
    draft.parameters = parameters
    let contents = contents(of: source, in: scope)
    guard let responses = responses(of: source, contents, in: scope) else { return [] }
    draft.version = contents.version
    draft.responses = responses.main
    guard body(of: source, in: scope, into: &draft) else { return [] }
    recognizePage(of: source, contents, in: scope, &draft)
    draft.isAuthenticated = isAuthenticated(source)
    let tag = source.node["tags"]?.elements.first?.string
    let main = Imported(draft: draft, tag: tag, id: source.id, position: source.node.position)
    return [main]
      + responses.others.map { suffix, response in
        var other = main
        other.suffix = suffix
        other.draft.responses = [response]
        other.draft.isPaginated = false
        return other
      }
  }

  /// Whether requests of an operation carry credentials.
  func isAuthenticated(_ source: OperationSource) -> Bool {
    conventions.authentication.isEmpty || source.node["security"]?.array?.isEmpty != true
  }

  // MARK: Path

  /// Returns the path relative to the base URL, and the base path if it is not the API's.
  private mutating func path(of source: OperationSource) -> (String, String?)? {
    guard Self.isExpressible(source.path) else {
      types.report.add("the path cannot be expressed", at: source.item)
      return nil
    }
    var basePath: String?
    if let servers = source.node["servers"] ?? source.item["servers"] {
      guard let url = servers.elements.first?["url"]?.string, !url.contains("{") else {
        types.report.add("a server of its own cannot be expressed", at: servers)
        return nil
      }
      let origin = conventions.baseURL.split(separator: "/", maxSplits: 3).prefix(2).joined(
        separator: "//")
      guard url.hasPrefix(origin) || url.hasPrefix("/") else {
        types.report.add("a server of its own cannot be expressed", at: servers)
        return nil
      }
      let path = url.hasPrefix("/") ? url : String(url.dropFirst(origin.count))
      if path != conventions.basePath { basePath = path.isEmpty || path == "/" ? nil : path }
    }
    let path = String(source.path.dropFirst(conventions.pathPrefix.count))
    if path.isEmpty {
      // The prefix itself: its last segment is the path.
      let base = conventions.basePath
      let slash = base.lastIndex(of: "/") ?? base.startIndex
      return (String(base[slash...]), String(base[..<slash]))
    }
    return (path, basePath)
  }

  /// Whether definitions can have a path: no query, and text between placeholders.
  private static func isExpressible(_ path: String) -> Bool {
    let text = /[A-Za-z0-9\-._~!$&'()*+,;=:@\/%]/
    let placeholder = /\{[^{}\/]+\}/
    var rest = path[...]
    var names: Set<Substring> = []
    var followsPlaceholder = false
    while !rest.isEmpty {
      if let match = rest.prefixMatch(of: placeholder) {
        guard !followsPlaceholder, names.insert(match.output).inserted else { return false }
        rest = rest[match.range.upperBound...]
        followsPlaceholder = true
      } else if let match = rest.prefixMatch(of: text) {
        rest = rest[match.range.upperBound...]
        followsPlaceholder = false
      } else {
        return false
      }
    }
    return true
  }

  // MARK: Pages

  /// Turns the response of a list with pages into the list of its items.
  private mutating func recognizePage(
    of source: OperationSource, _ contents: Contents, in scope: TypeImporter.Scope,
    _ draft: inout EndpointDraft
  ) {
    guard let pagination = conventions.pagination else { return }
    let names = [pagination.pageParameter, pagination.sizeParameter]
    let paging = draft.parameters.filter { $0.location == .query && names.contains($0.name) }
    guard paging.count == 2, draft.responses.count == 1,
      let content = contents.responses.first?.content, let schema = content.schema,
      let page = PageSchema(schema, in: document), page.isPage(of: pagination),
      let items = page.properties[pagination.items]
    else { return }
    let size = paging.first { $0.name == pagination.sizeParameter }
    guard size?.defaultValue == String(pagination.defaultSize),
      size?.constraints.maximum == Double(pagination.maximumSize)
    else {
      return types.report.add("the size of pages differs from that of other lists", at: source.node)
    }
    let element = types.type(of: items, in: scope.part(pagination.items)).type
    guard element.isList else { return }
    draft.isPaginated = true
    draft.responses[0].payload = .json(element)
    let shared = Set(names + [pagination.countParameter].compactMap(\.self))
    draft.parameters.removeAll { $0.location == .query && shared.contains($0.name) }
  }
}
