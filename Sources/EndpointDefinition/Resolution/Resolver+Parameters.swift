import EndpointModel

extension Resolver {
  /// Returns the model of a parameter; `nil` if a required part is missing.
  mutating func resolve(
    parameter element: XMLElement, in parameterLocation: ParameterLocation
  ) -> ParameterModel? {
    check(swiftNameOf: element)
    guard let name = element["name"], let type = typeReference(of: element) else { return nil }
    checkFitness(of: type, in: parameterLocation, named: element["type"])
    let unit = self.unit(of: element, type: type)
    let isRequired = parameterLocation == .path || element.flag("required")
    let constraints = self.constraints(of: element, type: type)
    if let value = element["default"] {
      if isRequired {
        report(
          "a required parameter has no default; remove one of the two", at: value.location)
      }
      check(default: value, fits: type, constraints: constraints)
    }
    if let explode = element["explode"], !isList(type) {
      report("only a list can be exploded; remove this or add list=\"true\"", at: explode.location)
    }
    return ParameterModel(
      parameterLocation: parameterLocation, name: name.value,
      swiftName: element["swift-name"]?.value, type: type,
      unit: unit, isExploded: parameterLocation == .query && element.flag("explode", absent: true),
      isRequired: isRequired, defaultValue: element["default"]?.value, constraints: constraints,
      documentation: documentation(of: element), location: element.location)
  }

  private func isList(_ type: TypeReference) -> Bool {
    if case .list = underlying(type) { true } else { false }
  }

  /// Reports types that cannot be in a path, a query, or a header field.
  private mutating func checkFitness(
    of type: TypeReference, in parameterLocation: ParameterLocation,
    named attribute: XMLAttribute?
  ) {
    guard let attribute else { return }
    switch underlying(type) {
    case .scalar(.json), .scalar(.data):
      report(
        "a parameter cannot be \(attribute.value); choose another scalar or an enum",
        at: attribute.valueLocation)
    case .scalar: return
    case .list(let element):
      guard parameterLocation != .path else {
        return report(
          "a path parameter is one value, not a list", at: attribute.valueLocation)
      }
      if case .list = underlying(element) {
        return report("a parameter cannot be a list of lists", at: attribute.valueLocation)
      }
      checkFitness(of: element, in: parameterLocation, named: attribute)
    case .map:
      report("a parameter cannot be a map; choose a list", at: attribute.valueLocation)
    case .named(let name):
      guard let declaration = types[name], declaration.name != "enum" else { return }
      report(
        "a parameter cannot be the \(declaration.name) '\(name)'; choose a scalar or an enum",
        at: attribute.valueLocation)
    }
  }

  private mutating func check(
    default value: XMLAttribute, fits type: TypeReference, constraints: ParameterConstraints
  ) {
    let text = value.value
    let problem: String?
    switch underlying(type) {
    case .scalar(.bool):
      problem = ["true", "false"].contains(text) ? nil : "write 'true' or 'false'"
    case .scalar(.int), .scalar(.int64), .scalar(.duration):
      problem = Int64(text) != nil ? nil : "write an integer"
    case .scalar(.double), .scalar(.decimal): problem = Double(text) != nil ? nil : "write a number"
    case .named(let name):
      let known = types[name]?.children("case").compactMap { $0["value"]?.value } ?? []
      problem =
        known.isEmpty || known.contains(text) || types[name]?.hasUnknownChildren == true
        ? nil : "write one of its cases" + Suggestion.among(known, for: text)
    default: problem = nil
    }
    if let problem {
      report("the default '\(text)' is not a \(type): \(problem)", at: value.valueLocation)
    } else if let violation = constraints.violation(by: text) {
      report("the default '\(text)' \(violation)", at: value.valueLocation)
    }
  }

  /// Reports header fields that are invalid, duplicate, or set by the client.
  mutating func checkHeaderNames(_ elements: [XMLElement]) {
    var first: [String: XMLElement] = [:]
    for element in elements {
      guard let name = element["name"] else { continue }
      let key = name.value.lowercased()
      if name.value.wholeMatch(of: /[A-Za-z0-9!#$%&'*+.^_`|~\-]+/) == nil {
        report(
          "'\(name.value)' is not a valid name of a header field; use letters, digits and '-'",
          at: name.valueLocation)
      } else if Self.ownHeaderFields.contains(key) {
        report(
          "the client sets '\(name.value)'; remove this <header-param>",
          at: name.valueLocation)
      } else if let other = first[key] {
        report(
          "the header field '\(name.value)' is declared twice; remove one", at: name.valueLocation,
          notes: [Diagnostic(.note, "the first one is here", at: other.location)])
      }
      first[key] = first[key] ?? element
    }
  }

  private static let ownHeaderFields: Set<String> = [
    "accept", "accept-encoding", "authorization", "connection", "content-length", "content-type",
    "cookie", "expect", "host", "proxy-authorization", "te", "trailer", "transfer-encoding",
    "upgrade", "user-agent",
  ]

  /// Warns about required parameters after optional ones, which differ from the order in the
  /// initializer.
  mutating func warnAboutOrder(of elements: [XMLElement]) {
    guard let optional = elements.firstIndex(where: { !$0.flag("required") }) else { return }
    for element in elements[optional...] where element.flag("required") {
      warn(
        "'\(element["name"]?.value ?? "")' is required and follows optional parameters; move it up, since it precedes them in the initializer",
        at: element.location)
    }
  }
}
