import EndpointDefinition
import EndpointModel

/// Finds what the operations of a document have in common.
struct ConventionFinder {
  let document: OpenAPIDocument
  let sources: [OperationSource]
  var report: ImportReport

  mutating func conventions(
    baseURL: String?, definitionsURL: String?
  ) throws(DocumentFailure) -> Conventions {
    var conventions: Conventions
    if let definitionsURL {
      conventions = Conventions(baseURL: definitionsURL, pathPrefix: "")
      conventions.pathPrefix = commonSuffix(of: conventions.basePath)
    } else {
      let server = try serverURL(baseURL)
      let prefix = pathPrefix()
      conventions = Conventions(baseURL: server + prefix, pathPrefix: prefix)
    }
    conventions.mediaType = mediaType()
    conventions.parameters = sharedParameters()
    conventions.headerFields = sharedHeaderFields()
    conventions.pagination = pagination()
    conventions.error = errorShape()
    conventions.authentication = authentication()
    return conventions
  }

  // MARK: Base URL

  private func serverURL(_ given: String?) throws(DocumentFailure) -> String {
    var url = given ?? ""
    if given == nil, let server = document.root["servers"]?.elements.first {
      url = server["url"]?.string ?? ""
      for variable in server["variables"]?.members ?? [] {
        url = url.replacing("{\(variable.name)}", with: variable.value["default"]?.string ?? "")
      }
    }
    while url.hasSuffix("/") { url.removeLast() }
    guard url.hasPrefix("http://") || url.hasPrefix("https://"), !url.contains("{") else {
      throw DocumentFailure(
        "the document has no absolute server URL; add --base-url URL", file: document.file,
        position: (document.root["servers"] ?? document.root).position)
    }
    return url
  }

  /// Returns the segments that all paths begin with, up to the last that is `api` or a version.
  private func pathPrefix() -> String {
    guard var common = sources.first?.path.split(separator: "/") else { return "" }
    for source in sources {
      let segments = source.path.split(separator: "/")
      let count = zip(common, segments).prefix { $0 == $1 }.count
      common = Array(common.prefix(count))
    }
    let last = common.lastIndex { segment in
      segment == "api" || segment.wholeMatch(of: /v[0-9]+([.][0-9]+)*/) != nil
    }
    guard let last, !common.contains(where: { $0.contains("{") }) else { return "" }
    let prefix = "/" + common[...last].joined(separator: "/")
    // The endpoint of the prefix itself has the rest of it as its base path.
    return last == 0 && sources.contains { $0.path == prefix } ? "" : prefix
  }

  /// Returns the longest end of a path, in whole segments, that all paths of the document begin with.
  private func commonSuffix(of basePath: String) -> String {
    var segments = basePath.split(separator: "/")
    while !segments.isEmpty {
      let suffix = "/" + segments.joined(separator: "/")
      if sources.allSatisfy({ $0.path == suffix || $0.path.hasPrefix(suffix + "/") }) {
        return suffix
      }
      segments.removeFirst()
    }
    return ""
  }

  // MARK: Media types

  /// Returns the media type with a version that most operations have.
  private func mediaType() -> String? {
    var counts: [String: Int] = [:]
    var total = 0
    for source in sources {
      let types = mediaTypes(of: source).filter(\.isJSONMediaType)
      guard !types.isEmpty else { continue }
      total += 1
      let templates = Set(types.map { $0.versionTemplate?.template ?? $0 })
      for template in templates { counts[template, default: 0] += 1 }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let most, most.value * 2 > total, most.key != "application/json" else { return nil }
    return most.key
  }

  private func mediaTypes(of source: OperationSource) -> [String] {
    let responses = source.responses.filter { $0.name.hasPrefix("2") }.compactMap {
      document.resolved($0.value)
    }
    let body = source.node["requestBody"].flatMap(document.resolved)
    return (responses + [body].compactMap(\.self)).flatMap { node in
      (node["content"]?.members ?? []).map(\.name.essence)
    }
  }

  // MARK: Parameters

  /// Returns the optional query parameters that nearly all operations have.
  private mutating func sharedParameters() -> [DocumentNode] {
    guard sources.count > 3 else { return [] }
    var counts: [String: (parameter: DocumentNode, count: Int)] = [:]
    var names: [String] = []
    for parameter in sources.flatMap(\.parameters)
    where parameter["in"]?.string == "query" && !parameter.flag("required") {
      guard let name = parameter["name"]?.string else { continue }
      if let known = counts[name] {
        if known.parameter["schema"] == parameter["schema"] { counts[name]?.count += 1 }
      } else {
        counts[name] = (parameter, 1)
        names.append(name)
      }
    }
    return names.compactMap { counts[$0] }
      .filter { $0.count * 5 >= sources.count * 4 }.map(\.parameter)
  }

  /// Returns the names of the header fields that nearly all successful responses have, such as
  /// those of rate limits.
  private mutating func sharedHeaderFields() -> Set<String> {
    guard sources.count > 3 else { return [] }
    var counts: [String: (field: DocumentNode, count: Int)] = [:]
    for source in sources {
      let headers = source.responses.filter { $0.name.hasPrefix("2") }
        .compactMap { document.resolved($0.value)?["headers"]?.members }.joined()
      for (name, field) in Dictionary(
        headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { a, _ in a })
      {
        counts[name, default: (field, 0)].count += 1
      }
    }
    let shared = counts.filter { $0.value.count * 5 >= sources.count * 4 }
    for (field, _) in shared.values {
      report.add("a header field of nearly all responses is left out", at: field)
    }
    return Set(shared.keys)
  }

  // MARK: Pagination

  private static let pageNames = ["pageNum", "page", "pageNumber", "page_number", "page_num"]
  private static let sizeNames = [
    "itemsPerPage", "per_page", "perPage", "pageSize", "page_size", "limit", "size",
  ]
  private static let countNames = ["includeCount", "include_count", "withCount"]
  private static let itemNames = [
    "results", "items", "data", "values", "content", "records", "entries", "elements", "list",
  ]
  private static let totalNames = [
    "totalCount", "total", "total_count", "totalItems", "totalElements", "count",
  ]

  /// Returns the pagination by page numbers that most lists have.
  private mutating func pagination() -> Pagination? {
    var counts: [Pagination: Int] = [:]
    for source in sources {
      guard let pagination = pagination(of: source) else { continue }
      counts[pagination, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key.items) < ($1.value, $0.key.items) }?.key
  }

  private mutating func pagination(of source: OperationSource) -> Pagination? {
    func parameter(_ names: [String]) -> DocumentNode? {
      source.parameters.first { parameter in
        parameter["in"]?.string == "query" && names.contains(parameter["name"]?.string ?? "")
      }
    }
    guard let page = parameter(Self.pageNames), let size = parameter(Self.sizeNames),
      let list = PageSchema(of: source, in: document),
      let items = list.items(among: Self.itemNames)
    else { return nil }
    let limits = size["schema"].flatMap { $0["$ref"] == nil ? $0 : document.resolved($0) }
    guard let maximum = limits?["maximum"]?.number.flatMap({ Int($0) }),
      let standard = limits?["default"]?.number.flatMap({ Int($0) }), standard <= maximum
    else {
      report.add(
        "the pagination cannot be expressed without a default and a maximum of the size", at: size)
      return nil
    }
    return Pagination(
      pageParameter: page["name"]?.string ?? "", sizeParameter: size["name"]?.string ?? "",
      countParameter: parameter(Self.countNames)?["name"]?.string, items: items,
      total: Self.totalNames.first { list.properties[$0]?.kind == .integer },
      firstPage: page["schema"]?["default"]?.number.flatMap { Int($0) } ?? 1,
      defaultSize: standard, maximumSize: maximum)
  }

  // MARK: Errors

  /// Returns the fields of the object that most responses of failures have.
  private mutating func errorShape() -> ErrorShape? {
    var counts: [DocumentNode.Position: (schema: DocumentNode, count: Int)] = [:]
    for response in sources.flatMap(\.responses)
    where !response.name.hasPrefix("2") && !response.name.hasPrefix("3") {
      guard let node = document.resolved(response.value),
        let content = node["content"]?.members.first(where: { $0.name.essence.isJSONMediaType }),
        let schema = content.value["schema"].flatMap(document.resolved)
      else { continue }
      counts[schema.position, default: (schema, 0)].count += 1
    }
    let most = counts.values.max {
      ($0.count, $1.schema.position.line) < ($1.count, $0.schema.position.line)
    }
    guard let schema = most?.schema else { return nil }
    guard case .schema(let merged) = SchemaMerger(document: document).merged(schema) else {
      return nil
    }
    func field(_ names: [String], _ kind: DocumentNode.SchemaKind) -> String? {
      names.first { name in
        merged["properties"]?[name].flatMap(document.resolved)?.kind == kind
      }
    }
    let detail = field(
      ["detail", "message", "description", "error_description", "title", "msg"], .string)
    let code = field(["errorCode", "error_code", "code", "type", "error"], .string)
    guard let detail, let code else {
      report.add("the error has no strings for a code and a description", at: schema)
      return nil
    }
    return ErrorShape(
      code: code, detail: detail, reason: field(["reason"], .string),
      parameters: field(["parameters"], .array))
  }

  // MARK: Authentication

  private mutating func authentication() -> [String] {
    var schemes: [String] = []
    for member in document.root["components"]?["securitySchemes"]?.members ?? [] {
      guard let scheme = document.resolved(member.value) else { continue }
      let name: String? =
        switch (scheme["type"]?.string, scheme["scheme"]?.string?.lowercased()) {
        case ("http", let name?): name
        case ("oauth2", _) where scheme["flows"]?["clientCredentials"] != nil:
          "oauth-client-credentials"
        case ("apiKey", _): "api-key"
        default: nil
        }
      guard let name, AuthenticationScheme(rawValue: name) != nil else {
        report.add("the authentication scheme cannot be expressed", at: member.value)
        continue
      }
      if !schemes.contains(name) { schemes.append(name) }
    }
    return schemes
  }
}

/// The object that a list's response has.
struct PageSchema {
  var properties: DocumentObject
  var schema: DocumentNode

  /// Returns the object of the response of success in JSON; `nil` if it is anything else.
  init?(of source: OperationSource, in document: OpenAPIDocument) {
    let response = source.responses.first { $0.name.hasPrefix("2") }
      .flatMap { document.resolved($0.value) }
    let contents = (response?["content"]?.members ?? []).filter { $0.name.essence.isJSONMediaType }
    // Of several versions, the newest counts.
    let newest = contents.max { $0.name.isOlder(than: $1.name) }
    guard let schema = newest?.value["schema"] else { return nil }
    self.init(schema, in: document)
  }

  init?(_ schema: DocumentNode, in document: OpenAPIDocument) {
    guard let resolved = document.resolved(schema),
      case .schema(let merged) = SchemaMerger(document: document).merged(resolved),
      let properties = merged["properties"]?.object
    else { return nil }
    self.properties = properties
    self.schema = merged
  }

  /// Returns the name of the property with the items: a usual name, or the only list.
  func items(among names: [String]) -> String? {
    if let name = names.first(where: { properties[$0]?.kind == .array }) { return name }
    let lists = properties.members.filter { $0.value.kind == .array && $0.name != "links" }
    return lists.count == 1 ? lists[0].name : nil
  }

  /// Whether everything beside the items is about the list, so that nothing is lost without it.
  func isPage(of pagination: Pagination) -> Bool {
    guard properties[pagination.items]?.kind == .array else { return false }
    return properties.members.allSatisfy { property in
      [
        pagination.items, pagination.total, "links", pagination.pageParameter,
        pagination.sizeParameter,
      ]
      .contains(property.name)
    }
  }
}
