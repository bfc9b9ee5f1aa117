import EndpointModel

extension Resolver {
  /// Returns the parts of a model that `<api>` declares.
  mutating func resolve(
    _ api: APIDeclaration, documentation: DocumentationDeclaration
  ) -> APIModel {
    if let name = api.name { check(typeName: name, of: "API") }
    let parameters = api.queryParameters.compactMap { parameter($0) }
    checkUnique(api.queryParameters.map { ($0.name, $0.location) }) {
      "the query parameter '\($0)' is declared twice; remove one"
    }
    sharedPathParameters = pathParameters(api.pathParameters)
    checkVersion(api.version, mediaType: api.mediaType?.value)
    if let mediaType = api.mediaType { check(mediaType: mediaType) }
    return APIModel(
      name: api.name?.value ?? "", baseURL: baseURL(api.baseURL),
      service: api.service.flatMap { service($0) },
      documentation: self.documentation(documentation),
      authentication: authentication(api.authentication), mediaType: api.mediaType?.value,
      pathParameters: sharedPathParameters, parameters: parameters,
      envelope: api.envelope.flatMap { envelope($0, parameters: parameters) },
      pagination: api.pagination.flatMap { pagination($0) },
      error: api.error.map { error($0) })
  }

  private mutating func baseURL(_ url: Located<String>?) -> String {
    guard let url else { return "" }
    let pattern = /https?:\/\/[A-Za-z0-9.\-\[\]:]+(\/[A-Za-z0-9._~!$&'()*+,;=:@%\-]+)*/
    if url.value.wholeMatch(of: pattern) == nil {
      report(
        "the base URL must be absolute, by http or https, without a query and without a slash at its end",
        at: url.valueLocation)
    }
    return url.value
  }

  private mutating func service(_ name: Located<String>) -> ServiceModel? {
    let pattern = /([A-Za-z_][A-Za-z0-9_]*)\.([A-Z][A-Za-z0-9_]*)/
    guard let match = name.value.wholeMatch(of: pattern) else {
      report(
        "'\(name.value)' is not a service; write the type with its module, as in AtlasCore.Atlas",
        at: name.valueLocation)
      return nil
    }
    return ServiceModel(module: String(match.1), type: String(match.2))
  }

  private mutating func authentication(
    _ declarations: [AuthenticationDeclaration]
  ) -> [AuthenticationScheme] {
    checkUnique(declarations.map { ($0.scheme, $0.location) }) {
      "the scheme '\($0.rawValue)' is declared twice; remove one"
    }
    return declarations.compactMap { $0.scheme?.value }
  }

  private mutating func envelope(
    _ declaration: EnvelopeDeclaration, parameters: [ParameterModel]
  ) -> Envelope? {
    guard let name = declaration.switchParameter, let status = declaration.status,
      let content = declaration.content
    else { return nil }
    if let parameter = parameters.first(where: { $0.name == name.value }) {
      if parameter.type != .scalar(.bool) {
        report(
          "the envelope's switch '\(name.value)' must be of type Bool, not \(parameter.type)",
          at: name.valueLocation)
      }
    } else {
      report(
        "the envelope's switch '\(name.value)' is not a <query-param> of the <api>; declare it"
          + Suggestion.among(parameters.map(\.name), for: name.value), at: name.valueLocation)
    }
    return Envelope(
      switchParameter: name.value, status: status.value, content: content.value)
  }

  private mutating func pagination(_ declaration: PaginationDeclaration) -> Pagination? {
    guard let page = declaration.page, let size = declaration.size, let items = declaration.items,
      let defaultSize = declaration.defaultSize, let maximumSize = declaration.maximumSize
    else { return nil }
    if defaultSize.value < 1 || defaultSize.value > maximumSize.value {
      report(
        "the default size must be at least 1 and at most the maximum size \(maximumSize.value)",
        at: defaultSize.valueLocation)
    }
    return Pagination(
      pageParameter: page.value, sizeParameter: size.value,
      countParameter: declaration.count?.value, items: items.value,
      total: declaration.total?.value, firstPage: declaration.firstPage?.value ?? 1,
      defaultSize: defaultSize.value, maximumSize: maximumSize.value)
  }

  private func error(_ declaration: ErrorDeclaration) -> ErrorShape {
    ErrorShape(
      code: declaration.code?.value ?? "", detail: declaration.detail?.value ?? "",
      reason: declaration.reason?.value, parameters: declaration.parameters?.value)
  }
}
