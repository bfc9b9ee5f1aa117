import EndpointModel

extension Resolver {
  /// Returns the parts of a model that `<api>` declares.
  mutating func resolve(api root: XMLElement) -> APIModel {
    if let name = root["name"] { check(typeName: name, of: "API") }
    let parameters = root.children("query-param").compactMap { resolve(parameter: $0, in: .query) }
    checkUnique(root.children("query-param"), by: "name") {
      "the query parameter '\($0)' is declared twice; remove one"
    }
    checkVersion(root["version"], mediaType: root["media-type"]?.value)
    if let mediaType = root["media-type"] { check(mediaType: mediaType) }
    return APIModel(
      name: root["name"]?.value ?? "", baseURL: baseURL(of: root),
      service: root["service"].flatMap { service($0) },
      documentation: documentation(of: root),
      authentication: root.child("authentication").flatMap { authentication($0) },
      mediaType: root["media-type"]?.value, parameters: parameters,
      envelope: root.child("envelope").flatMap { envelope($0, parameters: parameters) },
      pagination: root.child("pagination").flatMap { pagination($0) },
      error: root.child("error").map { error($0) })
  }

  private mutating func baseURL(of root: XMLElement) -> String {
    guard let attribute = root["base-url"] else { return "" }
    let url = attribute.value
    if url.wholeMatch(of: /https?:\/\/[A-Za-z0-9.\-\[\]:]+(\/[A-Za-z0-9._~!$&'()*+,;=:@%\-]+)*/)
      == nil
    {
      report(
        "the base URL must be absolute, by http or https, without a query and without a slash at its end",
        at: attribute.valueLocation)
    }
    return url
  }

  private mutating func service(_ attribute: XMLAttribute) -> ServiceModel? {
    let pattern = /([A-Za-z_][A-Za-z0-9_]*)\.([A-Z][A-Za-z0-9_]*)/
    guard let match = attribute.value.wholeMatch(of: pattern) else {
      report(
        "'\(attribute.value)' is not a service; write the type with its module, as in AtlasCore.Atlas",
        at: attribute.valueLocation)
      return nil
    }
    return ServiceModel(module: String(match.1), type: String(match.2))
  }

  private mutating func authentication(_ element: XMLElement) -> AuthenticationScheme? {
    guard let scheme = element["scheme"] else { return nil }
    if let known = AuthenticationScheme(rawValue: scheme.value) { return known }
    let names = AuthenticationScheme.allCases.map(\.rawValue)
    report(
      "unknown authentication scheme '\(scheme.value)'; known are: \(names.joined(separator: ", "))",
      at: scheme.valueLocation)
    return nil
  }

  private mutating func envelope(
    _ element: XMLElement, parameters: [ParameterModel]
  ) -> Envelope? {
    guard let name = element["switch"], let status = element["status"],
      let content = element["content"]
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

  private mutating func pagination(_ element: XMLElement) -> Pagination? {
    guard let page = element["page"]?.value, let size = element["size"]?.value,
      let items = element["items"]?.value, let defaultSize = integer("default-size", of: element),
      let maximumSize = integer("max-size", of: element)
    else { return nil }
    if defaultSize < 1 || defaultSize > maximumSize {
      report(
        "the default size must be at least 1 and at most the maximum size \(maximumSize)",
        at: element["default-size"]?.valueLocation ?? element.location)
    }
    return Pagination(
      pageParameter: page, sizeParameter: size, countParameter: element["count"]?.value,
      items: items, total: element["total"]?.value,
      firstPage: integer("first-page", of: element) ?? 1, defaultSize: defaultSize,
      maximumSize: maximumSize)
  }

  private func integer(_ name: String, of element: XMLElement) -> Int? {
    element[name].flatMap { Int($0.value) }
  }

  private func error(_ element: XMLElement) -> ErrorShape {
    ErrorShape(
      code: element["code"]?.value ?? "", detail: element["detail"]?.value ?? "",
      reason: element["reason"]?.value, parameters: element["parameters"]?.value)
  }
}
