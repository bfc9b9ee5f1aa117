import EndpointModel

extension Resolver {
  /// The methods that an endpoint can have.
  static let methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]

  /// Returns the model of an endpoint; `nil` if a required part is missing.
  mutating func resolve(
    endpoint element: XMLElement, in root: XMLElement, api: APIModel?
  ) -> OperationModel? {
    if element.child("summary") == nil {
      warn("the endpoint has no <summary>; add one sentence", at: element.location)
    }
    checkMethod(of: element)
    let parameters = self.parameters(of: element)
    let isPaginated = element.flag("paginated")
    if let api { checkShared(element, api: api, isPaginated: isPaginated) }
    let body = element.child("body").flatMap { self.body(of: $0) }
    let responses = self.responses(of: element, isPaginated: isPaginated)
    let template = element["path"].flatMap { path(of: element, $0) }
    if let name = element["name"] { check(typeName: name, of: "endpoint") }
    let waiters = self.waiters(of: element, responses: responses, isPaginated: isPaginated)
    let version = self.version(of: element, in: root)
    let basePath = self.basePath(of: element, in: root)
    guard let name = element["name"], let method = element["method"], let template,
      !responses.isEmpty
    else { return nil }
    let inPath = template.placeholders.compactMap { placeholder in
      parameters.first { $0.parameterLocation == .path && $0.name == placeholder }
    }
    let isReplaced = element.child("deprecated") != nil
    let documentation = documentation(
      of: element, replaceableBy: isReplaced ? Array(endpoints.keys) : [])
    return OperationModel(
      name: name.value, method: method.value, path: template, basePath: basePath,
      version: version, documentation: documentation,
      roles: element.children("role").map(\.foldedText),
      parameters: inPath + parameters.filter { $0.parameterLocation != .path }, body: body,
      responses: responses, isPaginated: isPaginated, waiters: waiters, location: element.location)
  }

  private mutating func parameters(of element: XMLElement) -> [ParameterModel] {
    let (path, query, header) = (
      element.children("path-param"), element.children("query-param"),
      element.children("header-param")
    )
    checkUnique(path, by: "name") {
      "the path parameter '\($0)' is declared twice; remove one"
    }
    checkUnique(query, by: "name") {
      "the query parameter '\($0)' is declared twice; remove one"
    }
    checkHeaderNames(header)
    warnAboutOrder(of: query)
    return path.compactMap { resolve(parameter: $0, in: .path) }
      + query.compactMap { resolve(parameter: $0, in: .query) }
      + header.compactMap { resolve(parameter: $0, in: .header) }
  }

  private mutating func checkMethod(of element: XMLElement) {
    guard let method = element["method"] else { return }
    if !Self.methods.contains(method.value) {
      let known = Self.methods.joined(separator: ", ")
      report(
        "unknown method '\(method.value)'; write one of \(known)"
          + Suggestion.among(Self.methods, for: method.value), at: method.valueLocation)
    } else if ["GET", "HEAD"].contains(method.value), let body = element.child("body") {
      report(
        "a \(method.value) request has no body; remove it or choose another method",
        at: body.location)
    }
  }

  /// Reports query parameters that every endpoint of the API has.
  private mutating func checkShared(_ element: XMLElement, api: APIModel, isPaginated: Bool) {
    var paging: Set<String> = []
    if isPaginated {
      if let pagination = api.pagination {
        paging = [pagination.pageParameter, pagination.sizeParameter]
        if let count = pagination.countParameter { paging.insert(count) }
      } else if let apiElement, apiElement.child("pagination") == nil,
        !apiElement.hasUnknownChildren
      {
        report(
          "the endpoint is paginated but the <api> has no <pagination>; add one",
          at: element["paginated"]?.location ?? element.location)
      }
    }
    let shared = Set(api.parameters.map(\.name))
    for parameter in element.children("query-param") {
      guard let name = parameter["name"] else { continue }
      if shared.contains(name.value) {
        report(
          "every endpoint of the API has '\(name.value)' already; remove this <query-param>",
          at: name.valueLocation)
      } else if paging.contains(name.value) {
        report(
          "a paginated endpoint has '\(name.value)' already; remove this <query-param>",
          at: name.valueLocation)
      }
    }
  }

  private mutating func basePath(of element: XMLElement, in root: XMLElement) -> String? {
    for attribute in [element["base-path"], root["base-path"]].compactMap({ $0 }) {
      if attribute.value.wholeMatch(of: /(\/[A-Za-z0-9._~!$&'()*+,;=:@%\-]+)+/) == nil {
        report(
          "a base path must begin with a slash and not end with one, as in /api/v2",
          at: attribute.valueLocation)
      }
      return attribute.value
    }
    return nil
  }

  private mutating func version(of element: XMLElement, in root: XMLElement) -> String? {
    guard let api = apiElement else { return nil }
    let mediaType = api["media-type"]?.value
    checkVersion(element["version"], mediaType: mediaType)
    let version = (element["version"] ?? root["version"] ?? api["version"])?.value
    if version == nil, mediaType?.contains("{version}") == true {
      report(
        "the API's media type names a version and this endpoint has none; add version=\"…\"",
        at: element.location)
    }
    return version
  }

  /// Reports a version that no media type contains.
  mutating func checkVersion(_ attribute: XMLAttribute?, mediaType: String?) {
    guard let attribute else { return }
    if mediaType?.contains("{version}") != true {
      report(
        "no media type contains this version; write {version} in the media-type of the <api>",
        at: attribute.location)
    }
    if attribute.value.wholeMatch(of: /[A-Za-z0-9._\-]+/) == nil {
      report(
        "a version can contain only ASCII letters, digits, '.', '-' and '_'",
        at: attribute.valueLocation
      )
    }
  }

  /// Reports endpoints with the same method, path, and media types.
  mutating func checkRoutes(of model: APIModel) {
    var byRoute: [String: [OperationModel]] = [:]
    for endpoint in model.endpoints {
      let shape = endpoint.path.segments.map { segment in
        segment.map { if case .text(let text) = $0 { text } else { "{}" } }.joined()
      }.joined(separator: "/")
      let route = "\(endpoint.method) \(endpoint.version ?? "") \(endpoint.basePath ?? "")/\(shape)"
      let others = byRoute[route, default: []]
      byRoute[route] = others + [endpoint]
      let mediaTypes = endpoint.mediaTypes
      guard let first = others.first(where: { !$0.mediaTypes.isDisjoint(with: mediaTypes) })
      else { continue }
      report(
        "'\(endpoint.name)' has the same method and path as '\(first.name)'; remove one",
        at: endpoint.location,
        notes: [Diagnostic(.note, "'\(first.name)' is declared here", at: first.location)])
    }
  }
}

extension OperationModel {
  /// The requested media types; the JSON of the API is the empty string.
  fileprivate var mediaTypes: Set<String> {
    responses.isEmpty ? [""] : Set(responses.map { $0.contentType ?? "" })
  }
}
