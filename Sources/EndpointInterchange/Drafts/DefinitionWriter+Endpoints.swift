import EndpointDefinition
import EndpointModel

extension DefinitionWriter {
  /// Returns the element of an endpoint.
  ///
  /// - Parameter shared: The path parameters that are declared around it.
  func element(_ endpoint: EndpointDraft, sharing shared: [String: ParameterDraft]) -> MarkupElement
  {
    var element = MarkupElement(
      "endpoint",
      [
        ("name", endpoint.name), ("method", endpoint.method), ("path", endpoint.path),
        ("base-path", endpoint.basePath), ("version", endpoint.version),
        ("paginated", endpoint.isPaginated ? "true" : nil),
        ("authentication", endpoint.isAuthenticated ? nil : "none"),
      ])
    element.add(endpoint.documentation)
    for role in endpoint.roles { element.add(text: role, as: "role") }
    for parameter in endpoint.parameters
    where parameter.location != .path || shared[parameter.name] != parameter {
      element.add(self.element(parameter))
    }
    if let body = endpoint.body { element.add(self.element(body)) }
    for response in endpoint.responses { element.add(self.element(response)) }
    for waiter in endpoint.waiters { element.add(self.element(waiter)) }
    return element
  }

  /// Returns the element of a parameter.
  func element(_ parameter: ParameterDraft) -> MarkupElement {
    var element = MarkupElement("\(parameter.location.rawValue)-param", [("name", parameter.name)])
    element.set("type", parameter.type.description)
    if parameter.type.isList, parameter.location == .query, !parameter.isExploded {
      element.set("explode", "false")
    }
    if parameter.isRequired, parameter.location != .path { element.set("required", "true") }
    element.set("default", parameter.defaultValue)
    element.set("unit", parameter.unit?.rawValue)
    element.set(parameter.constraints)
    element.set("swift-name", parameter.swiftName)
    element.add(parameter.documentation)
    return element
  }

  /// Returns the element of a body.
  func element(_ body: BodyDraft) -> MarkupElement {
    var element = MarkupElement("body", [])
    element.set(body.payload, contentType: body.contentType)
    if !body.isRequired { element.set("required", "false") }
    for example in body.examples { element.add(example) }
    return element
  }

  /// Returns the element of a response.
  func element(_ response: ResponseDraft) -> MarkupElement {
    let statuses = response.statuses.map(String.init) + (response.matchesAnySuccess ? ["2xx"] : [])
    var element = MarkupElement("response", [("status", statuses.joined(separator: " "))])
    if let payload = response.payload {
      element.set(payload, contentType: response.contentType)
    }
    element.set("swift-name", response.swiftName)
    element.add(response.documentation)
    for field in response.headerFields { element.add(self.element(field)) }
    for example in response.examples { element.add(example) }
    return element
  }

  /// Returns the element of a header field.
  func element(_ field: HeaderFieldDraft) -> MarkupElement {
    var element = MarkupElement(
      "header-field",
      [
        ("name", field.name), ("type", field.type.description), ("unit", field.unit?.rawValue),
        ("swift-name", field.swiftName),
      ])
    element.add(field.documentation)
    return element
  }

  private func element(_ waiter: WaiterDraft) -> MarkupElement {
    var element = MarkupElement(
      "waiter",
      [
        ("name", waiter.name), ("interval", String(waiter.interval)),
        ("timeout", String(waiter.timeout)),
      ])
    element.add(waiter.documentation)
    for (name, conditions) in [("success", waiter.success), ("failure", waiter.failure)] {
      for condition in conditions {
        element.add(
          MarkupElement(
            name,
            [
              ("field", condition.field), ("value", condition.value),
              ("status", condition.status.map(String.init)),
              ("code", condition.codes.isEmpty ? nil : condition.codes.joined(separator: " ")),
            ]))
      }
    }
    return element
  }
}
