extension Resolver {
  /// The methods that an endpoint can have.
  static let methods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]

  /// The model of one endpoint, unless what it cannot do without is missing.
  mutating func resolve(endpoint element: XMLElement, api: APIModel?) -> EndpointModel? {
    if element.child("summary") == nil {
      warn("the endpoint has no <summary>; say in a sentence what it does", at: element.location)
    }
    checkMethod(of: element)
    let pathParameters = element.children("path-param").compactMap {
      resolve(parameter: $0, in: .path)
    }
    let query = element.children("query-param").compactMap { resolve(parameter: $0, in: .query) }
    checkUnique(element.children("path-param"), by: "name") {
      "the path parameter '\($0)' is declared twice; remove one"
    }
    checkUnique(element.children("query-param"), by: "name") {
      "the query parameter '\($0)' is declared twice; remove one"
    }
    let isPaginated = element.flag("paginated")
    if let api { checkShared(element, api: api, isPaginated: isPaginated) }
    let body = element.child("body").flatMap { self.body(of: $0) }
    let response = element.child("response").flatMap {
      self.response(of: $0, isPaginated: isPaginated)
    }
    if element.child("response") == nil {
      report(
        "the endpoint has no <response>; say which status means success, as in <response status=\"200\"/>",
        at: element.location)
    }
    let template = element["path"].flatMap { path(of: element, $0) }
    if let name = element["name"] { check(typeName: name, of: "endpoint") }
    guard let name = element["name"], let method = element["method"], let template, let response
    else { return nil }
    let inOrder = template.placeholders.compactMap { placeholder in
      pathParameters.first { $0.name == placeholder }
    }
    return EndpointModel(
      name: name.value, method: method.value, path: template,
      documentation: documentation(of: element), roles: element.children("role").map(\.foldedText),
      parameters: inOrder + query, body: body, response: response, isPaginated: isPaginated,
      location: element.location)
  }

  private mutating func checkMethod(of element: XMLElement) {
    guard let method = element["method"], !Self.methods.contains(method.value) else { return }
    let known = Self.methods.joined(separator: ", ")
    report(
      "unknown method '\(method.value)'; write one of \(known)"
        + Suggestion.among(Self.methods, for: method.value), at: method.valueLocation)
  }

  /// Reports query parameters that the API adds by itself.
  private mutating func checkShared(_ element: XMLElement, api: APIModel, isPaginated: Bool) {
    let shared = Set(api.parameters.map(\.name))
    var paging: Set<String> = []
    if isPaginated {
      if let pagination = api.pagination {
        paging = [pagination.pageParameter, pagination.sizeParameter]
        if let count = pagination.countParameter { paging.insert(count) }
      } else {
        report(
          "the endpoint is paginated but the <api> has no <pagination>; add one",
          at: element["paginated"]?.location ?? element.location)
      }
    }
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

  private mutating func body(of element: XMLElement) -> BodyModel? {
    typeReference(of: element).map {
      BodyModel(type: $0, isRequired: element.flag("required", absent: true))
    }
  }

  private mutating func response(of element: XMLElement, isPaginated: Bool) -> ResponseModel? {
    let type = element["type"] == nil ? nil : typeReference(of: element)
    guard let attribute = element["status"] else { return nil }
    if isPaginated {
      if type == nil, element["type"] != nil { return nil }
      guard case .list(let item) = type else {
        report(
          "a paginated endpoint answers a list; write type=\"…\" list=\"true\"",
          at: element.location)
        return nil
      }
      return ResponseModel(statuses: statuses(attribute), type: item)
    }
    return ResponseModel(statuses: statuses(attribute), type: type)
  }

  private mutating func statuses(_ attribute: XMLAttribute) -> [Int] {
    var statuses: Set<Int> = []
    for word in attribute.value.split(whereSeparator: \.isWhitespace) {
      if let status = Int(word), (200...299).contains(status) {
        if !statuses.insert(status).inserted {
          report(
            "the status \(status) stands twice; remove one",
            at: attribute.location(at: word.startIndex))
        }
      } else {
        report(
          "'\(word)' is no status of success; write numbers from 200 to 299 with spaces between them",
          at: attribute.location(at: word.startIndex))
      }
    }
    return statuses.sorted()
  }

  /// Reports endpoints that cannot be told apart, by their names or on the wire.
  mutating func checkEndpoints(of model: APIModel) {
    var byName: [String: SourceLocation] = [:]
    var byRoute: [String: EndpointModel] = [:]
    for endpoint in model.endpoints {
      if let first = byName[endpoint.name] ?? types[endpoint.name]?.location {
        report(
          "the name '\(endpoint.name)' is taken; choose another", at: endpoint.location,
          notes: [Diagnostic(.note, "it is declared here", at: first)])
      } else {
        byName[endpoint.name] = endpoint.location
      }
      let shape = endpoint.path.parts.map { part in
        if case .text(let text) = part { text } else { "{}" }
      }
      let route = endpoint.method + " " + shape.joined()
      if let first = byRoute[route] {
        report(
          "'\(endpoint.name)' has the same method and path as '\(first.name)'; remove one",
          at: endpoint.location,
          notes: [Diagnostic(.note, "'\(first.name)' is declared here", at: first.location)])
      } else {
        byRoute[route] = endpoint
      }
    }
  }
}
