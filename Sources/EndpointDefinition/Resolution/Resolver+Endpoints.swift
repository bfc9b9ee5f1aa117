import EndpointModel

extension Resolver {
  /// Returns the models of a file's endpoints.
  mutating func endpoints(_ file: EndpointsDeclaration, api: APIModel) -> [OperationModel] {
    let shared = pathParameters(file.pathParameters)
    checkBasePath(file.basePath)
    if self.api != nil { checkVersion(file.version, mediaType: api.mediaType) }
    var used: Set<String> = []
    let models = file.endpoints.compactMap { endpoint in
      resolve(endpoint, in: file, shared: shared, used: &used, api: api)
    }
    for (declaration, model) in zip(file.pathParameters, shared) where !used.contains(model.name) {
      warn("no path of this file has {\(model.name)}; remove this", at: declaration.location)
    }
    for (declaration, model) in zip(file.pathParameters, shared) {
      warnAboutRepetition(of: model, at: declaration.location, among: sharedPathParameters)
    }
    return models
  }

  /// Returns the model of an endpoint; `nil` if a required part is missing.
  private mutating func resolve(
    _ endpoint: EndpointDeclaration, in file: EndpointsDeclaration, shared: [ParameterModel],
    used: inout Set<String>, api: APIModel
  ) -> OperationModel? {
    if endpoint.documentation.summary == nil {
      warn("the endpoint has no summary; add summary=\"…\"", at: endpoint.location)
    }
    checkMethod(of: endpoint)
    let own = endpoint.pathParameters.map { parameter($0) }
    let isPaginated = endpoint.isPaginated?.value == true
    let overriding = overrides(of: endpoint, api: api)
    let others = otherParameters(of: endpoint, except: overriding)
    if self.api != nil {
      checkShared(endpoint, api: api, isPaginated: isPaginated, except: overriding)
    }
    checkAuthentication(of: endpoint, api: api)
    let body = endpoint.body.flatMap { self.body($0) }
    let responses = self.responses(of: endpoint, isPaginated: isPaginated)
    let inPath = endpoint.path.flatMap { path in
      self.path(path, of: endpoint, own: own, shared: shared, used: &used)
    }
    if let name = endpoint.name { check(typeName: name, of: "endpoint") }
    let waiters = self.waiters(of: endpoint, responses: responses, isPaginated: isPaginated)
    checkBasePath(endpoint.basePath)
    let version = self.version(of: endpoint, in: file)
    let documentation = self.documentation(
      endpoint.documentation, replaceableBy: endpointNames)
    guard let name = endpoint.name, let method = endpoint.method, let inPath, !responses.isEmpty
    else { return nil }
    return OperationModel(
      name: name.value, method: method.value.rawValue, path: inPath.template,
      basePath: (endpoint.basePath ?? file.basePath)?.value, version: version,
      documentation: documentation, roles: endpoint.roles,
      parameters: inPath.parameters + others, overrides: overriding, body: body,
      responses: responses, isPaginated: isPaginated,
      isAuthenticated: endpoint.authentication == nil, waiters: waiters, location: endpoint.location
    )
  }

  private mutating func otherParameters(
    of endpoint: EndpointDeclaration, except overriding: [ParameterModel]
  ) -> [ParameterModel] {
    checkUnique(endpoint.queryParameters.map { ($0.name, $0.location) }) {
      "the query parameter '\($0)' is declared twice; remove one"
    }
    checkHeaderNames(endpoint.headerParameters)
    warnAboutOrder(
      of: endpoint.queryParameters.map { ($0.name?.value, $0.isRequired, $0.location) })
    let own = endpoint.queryParameters.filter { parameter in
      !overriding.contains { $0.location == parameter.location }
    }
    return (own + endpoint.headerParameters).compactMap { parameter($0) }
  }

  private mutating func checkMethod(of endpoint: EndpointDeclaration) {
    guard let method = endpoint.method?.value, method == .head, let body = endpoint.body else {
      return
    }
    report(
      "a \(method.rawValue) request has no body; remove it or choose another method",
      at: body.location)
  }

  /// Reports query parameters that every endpoint of the API has.
  private mutating func checkShared(
    _ endpoint: EndpointDeclaration, api: APIModel, isPaginated: Bool,
    except overriding: [ParameterModel]
  ) {
    var paging: Set<String> = []
    if isPaginated {
      if let pagination = api.pagination {
        paging = [pagination.pageParameter, pagination.sizeParameter]
        if let count = pagination.countParameter { paging.insert(count) }
      } else if let declaration = self.api, declaration.pagination == nil,
        !declaration.hasUnknownChildren
      {
        report(
          "the endpoint is paginated but the <api> has no <pagination>; add one",
          at: endpoint.isPaginated?.location ?? endpoint.location)
      }
    }
    let shared = Set(api.parameters.map(\.name))
    for parameter in endpoint.queryParameters {
      guard let name = parameter.name,
        !overriding.contains(where: { $0.location == parameter.location })
      else { continue }
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

  /// Reports an endpoint that needs no credentials where none of the API does.
  private mutating func checkAuthentication(of endpoint: EndpointDeclaration, api: APIModel) {
    guard let authentication = endpoint.authentication, let declaration = self.api,
      declaration.authentication.isEmpty, !declaration.hasUnknownChildren
    else { return }
    report(
      "the <api> has no <authentication>, so that no endpoint needs credentials; remove this",
      at: authentication.location)
  }

  private mutating func checkBasePath(_ path: Located<String>?) {
    guard let path,
      path.value.wholeMatch(of: /(\/[A-Za-z0-9._~!$&'()*+,;=:@%\-]+)+/) == nil
    else { return }
    report(
      "a base path must begin with a slash and not end with one, as in /api/v2",
      at: path.valueLocation)
  }

  private mutating func version(
    of endpoint: EndpointDeclaration, in file: EndpointsDeclaration
  ) -> String? {
    guard let api else { return nil }
    let mediaType = api.mediaType?.value
    checkVersion(endpoint.version, mediaType: mediaType)
    let version = (endpoint.version ?? file.version ?? api.version)?.value
    if version == nil, mediaType?.contains("{version}") == true {
      report(
        "the API's media type names a version and this endpoint has none; add version=\"…\"",
        at: endpoint.location)
    }
    return version
  }

  /// Reports a version that no media type contains.
  mutating func checkVersion(_ version: Located<String>?, mediaType: String?) {
    guard let version else { return }
    if mediaType?.contains("{version}") != true {
      report(
        "no media type contains this version; write {version} in the media-type of the <api>",
        at: version.location)
    }
    if version.value.wholeMatch(of: /[A-Za-z0-9._\-]+/) == nil {
      report(
        "a version can contain only ASCII letters, digits, '.', '-' and '_'",
        at: version.valueLocation)
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
    responses.isEmpty ? [""] : Set(responses.filter { !$0.isInterim }.map { $0.contentType ?? "" })
  }
}
