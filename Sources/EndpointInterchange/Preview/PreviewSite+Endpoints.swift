import EndpointDefinition
import EndpointGeneration
import EndpointModel

extension PreviewSite {
  /// Returns the article of an endpoint.
  func article(_ endpoint: OperationModel) -> HTML {
    var content: HTML = """
      <article id="\(endpoint.name)" class="endpoint" aria-labelledby="\(endpoint.name)-title">
      <h2 id="\(endpoint.name)-title"><a href="#\(endpoint.name)">\(endpoint.name)</a>\(badge(endpoint.documentation))</h2>
      <p class="request"><span class="method \(endpoint.method.lowercased())">\(endpoint.method)</span> \
      <code>\(path(of: endpoint))</code></p>
      \(prose(endpoint.documentation))
      """
    if !endpoint.roles.isEmpty {
      content += "<p class=\"note\">Role: \(endpoint.roles.joined(separator: ", or "))</p>\n"
    }
    if !endpoint.isAuthenticated {
      content += "<p class=\"note\">No credentials are needed.</p>\n"
    }
    if let version = endpoint.version, model.mediaType?.contains("{version}") == true {
      content += "<p class=\"note\">Version \(version)</p>\n"
    }
    let groups: [(ParameterLocation, String)] = [
      (.path, "Path parameters"), (.query, "Query parameters"), (.header, "Header fields"),
    ]
    for (location, title) in groups {
      let parameters = endpoint.parameters.filter { $0.parameterLocation == location }
      guard !parameters.isEmpty else { continue }
      content += "<h3>\(title)</h3>\n\(list(parameters, owner: endpoint.name))"
    }
    if endpoint.isPaginated, let pagination = model.pagination {
      let names = [
        pagination.pageParameter, pagination.sizeParameter, pagination.countParameter,
      ].compactMap(\.self).joined(separator: ", ")
      content += "<p class=\"note\">The response is a page of a list: \(names) select it.</p>\n"
    }
    if let body = endpoint.body { content += section(of: body) }
    content += "<h3>\(endpoint.responses.count == 1 ? "Response" : "Responses")</h3>\n"
    for response in endpoint.responses { content += section(of: response, endpoint) }
    if !endpoint.waiters.isEmpty { content += section(of: endpoint.waiters, endpoint) }
    return content + "</article>\n"
  }

  /// Returns the path with opportunities to break its line after slashes.
  private func path(of endpoint: OperationModel) -> HTML {
    ((endpoint.basePath ?? "") + endpoint.path.description)
      .split(separator: "/", omittingEmptySubsequences: false)
      .map { "\($0)" as HTML }.joined(separator: "/<wbr>")
  }

  /// Returns a list of parameters.
  func list(_ parameters: [ParameterModel], owner: String) -> HTML {
    let items = parameters.map { parameter -> HTML in
      var rules = parameter.constraints.rules
      if let unit = parameter.unit { rules.append(unit.rawValue) }
      if let value = parameter.defaultValue { rules.append("default \(value)") }
      if types.isList(parameter.type), !parameter.isExploded, parameter.parameterLocation == .query
      {
        rules.append("separated by commas")
      }
      return member(
        parameter.name, id: "\(owner).\(parameter.name)", type: link(parameter.type),
        isRequired: parameter.isRequired && parameter.parameterLocation != .path,
        swiftName: parameter.swiftName ?? SwiftName.member(parameter.name), rules: rules,
        parameter.documentation)
    }
    return "<ul class=\"members\">\n\(items.joined())</ul>\n"
  }

  // MARK: Contents

  private func section(of body: BodyModel) -> HTML {
    let optional: HTML = body.isRequired ? "" : " <span class=\"rule\">optional</span>"
    return """
      <h3>Body</h3>
      <p>\(content(body.payload, body.contentType, isList: false))\(optional)</p>
      \(examples(body.examples, of: body.payload.jsonType.map(examples.example)))
      """
  }

  private func section(of response: ResponseModel, _ endpoint: OperationModel) -> HTML {
    let statuses =
      (response.statuses.map(String.init) + (response.matchesAnySuccess ? ["2xx"] : []))
      .joined(separator: ", ")
    let payload: HTML =
      response.payload.map {
        self.content($0, response.contentType, isList: endpoint.isPaginated)
      } ?? "no content"
    let summary: HTML = response.documentation.summary.map { " – \(HTML(prose: $0))" } ?? ""
    var content: HTML = "<p><span class=\"rule\">\(statuses)</span> \(payload)\(summary)</p>\n"
    if !response.headerFields.isEmpty {
      let items = response.headerFields.map { field in
        member(
          field.name, id: "\(endpoint.name).response.\(field.name)", type: link(field.type),
          isRequired: false, swiftName: field.swiftName ?? SwiftName.member(field.name),
          rules: field.unit.map { [$0.rawValue] } ?? [], field.documentation)
      }
      content += "<h4>Header fields</h4>\n<ul class=\"members\">\n\(items.joined())</ul>\n"
    }
    let made = response.payload?.jsonType.map { examples.response($0, of: endpoint) }
    return content + examples(response.examples, of: made)
  }

  private func content(_ payload: Payload, _ contentType: String?, isList: Bool) -> HTML {
    let suffix: HTML = contentType.map { " <code>\($0)</code>" } ?? ""
    switch payload {
    case .json(let type):
      return "<code>\(isList ? link(.list(type)) : link(type))</code>\(suffix)"
    case .text: return "text\(suffix)"
    case .data: return "bytes\(suffix)"
    case .stream: return "a stream of bytes\(suffix)"
    }
  }

  /// Returns the examples that the definitions have, or one that follows from the type.
  func examples(_ examples: [JSONExample], of generated: String?) -> HTML {
    let all =
      examples.isEmpty
      ? generated.map { [("Example, generated", $0)] } ?? []
      : examples.map { ($0.name.map { "Example: \($0)" } ?? "Example", $0.json) }
    return all.map { title, json -> HTML in
      """
      <details><summary>\(title)</summary>
      <pre tabindex="0" role="region" aria-label="\(title)"><code>\(json.indentedJSON)</code></pre></details>

      """
    }.joined()
  }

  // MARK: Waiters

  private func section(of waiters: [WaiterModel], _ endpoint: OperationModel) -> HTML {
    let items = waiters.map { waiter -> HTML in
      var conditions: [HTML] = waiter.success.map { "success: \(condition($0))" }
      if !waiter.successStatuses.isEmpty {
        let statuses = waiter.successStatuses.map(String.init).joined(separator: ", ")
        let codes =
          waiter.successCodes.isEmpty
          ? "" : " with \(waiter.successCodes.joined(separator: ", "))"
        conditions.append("success: status \(statuses)\(codes)")
      }
      conditions += waiter.failure.map { "failure: \(condition($0))" }
      return """
        <li id="\(endpoint.name).until.\(waiter.name)"><code class="name">\(waiter.name)</code>\(badge(waiter.documentation)) \
        <span class="note">every \(waiter.interval) s, for \(waiter.timeout) s at most</span>
        \(prose(waiter.documentation))<ul>\(conditions.map { "<li>\($0)</li>" as HTML }.joined())</ul></li>

        """
    }
    return "<h3>Waiters</h3>\n<ul class=\"members\">\n\(items.joined())</ul>\n"
  }

  private func condition(_ condition: WaiterModel.Condition) -> HTML {
    let values: HTML =
      condition.values.isEmpty
      ? "has a value"
      : "is \(condition.values.map { "<code>\($0)</code>" as HTML }.joined(separator: " or "))"
    return "<code>\(condition.member)</code> \(values)"
  }
}

extension ParameterConstraints {
  /// The constraints in words.
  var rules: [String] {
    var rules: [String] = []
    switch (minimum, maximum) {
    case (let minimum?, let maximum?): rules.append("\(minimum.decimal) to \(maximum.decimal)")
    case (let minimum?, nil): rules.append("at least \(minimum.decimal)")
    case (nil, let maximum?): rules.append("at most \(maximum.decimal)")
    case (nil, nil): break
    }
    func count(_ low: Int?, _ high: Int?, _ unit: String) {
      switch (low, high) {
      case (let low?, let high?):
        rules.append(low == high ? "\(low) \(unit)" : "\(low) to \(high) \(unit)")
      case (let low?, nil): rules.append("at least \(low) \(unit)")
      case (nil, let high?): rules.append("at most \(high) \(unit)")
      case (nil, nil): break
      }
    }
    count(minLength, maxLength, "characters")
    count(minItems, maxItems, "items")
    if uniqueItems { rules.append("distinct items") }
    if !values.isEmpty { rules.append("one of \(values.joined(separator: ", "))") }
    if let pattern { rules.append("pattern \(pattern)") }
    return rules
  }
}

extension String {
  /// A JSON document with a line for each member.
  fileprivate var indentedJSON: String {
    guard let node = try? JSONDocumentParser.parse(Array(utf8), file: "") else { return self }
    return DocumentWriter.text(of: node, as: .json).trimmed
  }
}
