import EndpointModel

extension Resolver {
  /// Returns the models of path parameters that endpoints share.
  ///
  /// A parameter without a name or a type has a model without a name.
  mutating func pathParameters(_ declarations: [ParameterDeclaration]) -> [ParameterModel] {
    checkUnique(declarations.map { ($0.name, $0.location) }) {
      "the path parameter '\($0)' is declared twice; remove one"
    }
    return declarations.map { declaration in
      parameter(declaration)
        ?? ParameterModel(
          parameterLocation: .path, name: declaration.name?.value ?? "", type: .string,
          isRequired: true, location: declaration.location)
    }
  }

  /// Returns the model of a parameter; `nil` if a required part is missing.
  mutating func parameter(_ declaration: ParameterDeclaration) -> ParameterModel? {
    check(swiftName: declaration.swiftName)
    guard let name = declaration.name, let expression = declaration.type else { return nil }
    let type = reference(expression.value)
    checkFitness(of: type, in: declaration.parameterLocation, at: expression)
    let unit = self.unit(
      declaration.unit, of: expression, type: type, location: declaration.location)
    let constraints = self.constraints(declaration.constraints, of: type)
    if let value = declaration.defaultValue {
      if declaration.isRequired {
        report(
          "a required parameter has no default; remove one of the two", at: value.location)
      }
      check(default: value, fits: type, constraints: constraints)
    }
    if let explode = declaration.isExploded, !isList(type) {
      report(
        "only a list can be exploded; remove this or write type=\"[\(expression.attribute.value)]\"",
        at: explode.location)
    }
    return ParameterModel(
      parameterLocation: declaration.parameterLocation, name: name.value,
      swiftName: declaration.swiftName?.value, type: type, unit: unit,
      isExploded: declaration.parameterLocation == .query
        && declaration.isExploded?.value ?? true,
      isRequired: declaration.isRequired, defaultValue: declaration.defaultValue?.value,
      constraints: constraints, documentation: documentation(declaration.documentation),
      location: declaration.location)
  }

  private func isList(_ type: TypeReference) -> Bool {
    if case .list = underlying(type) { true } else { false }
  }

  /// Reports types that cannot be in a path, a query, or a header field.
  private mutating func checkFitness(
    of type: TypeReference, in location: ParameterLocation, at expression: Located<TypeExpression>
  ) {
    let name = expression.value.innermost
    switch underlying(type) {
    case .scalar(.json), .scalar(.data):
      report(
        "a parameter cannot be \(name.text); choose another scalar or an enum", at: name.location)
    case .scalar: return
    case .list(let element):
      guard location != .path else {
        return report(
          "a path parameter is one value, not a list", at: expression.valueLocation)
      }
      if case .list = underlying(element) {
        return report("a parameter cannot be a list of lists", at: expression.valueLocation)
      }
      checkFitness(of: element, in: location, at: expression)
    case .map:
      report("a parameter cannot be a map; choose a list", at: expression.valueLocation)
    case .named(let named):
      guard let declaration = types[named] else { return }
      if case .enumeration = declaration { return }
      report(
        "a parameter cannot be the \(declaration.kind) '\(named)'; choose a scalar or an enum",
        at: name.location)
    }
  }

  private mutating func check(
    default value: Located<String>, fits type: TypeReference, constraints: ParameterConstraints
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
      let declaration = enumeration(name)
      let known = declaration?.values ?? []
      problem =
        known.isEmpty || known.contains(text) || declaration?.hasUnknownChildren == true
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
  mutating func checkHeaderNames(_ parameters: [ParameterDeclaration]) {
    var first: [String: SourceLocation] = [:]
    for parameter in parameters {
      guard let name = parameter.name else { continue }
      let key = name.value.lowercased()
      checkHeaderName(name)
      if Self.ownHeaderFields.contains(key) {
        report(
          "the client sets '\(name.value)'; remove this <header-param>",
          at: name.valueLocation)
      } else if let other = first[key] {
        report(
          "the header field '\(name.value)' is declared twice; remove one", at: name.valueLocation,
          notes: [Diagnostic(.note, "the first one is here", at: other)])
      }
      first[key] = first[key] ?? parameter.location
    }
  }

  /// Reports a name that no header field can have (RFC 9110, section 5.1).
  mutating func checkHeaderName(_ name: Located<String>) {
    guard name.value.wholeMatch(of: /[A-Za-z0-9!#$%&'*+.^_`|~\-]+/) == nil else { return }
    report(
      "'\(name.value)' is not a valid name of a header field; use letters, digits and '-'",
      at: name.valueLocation)
  }

  private static let ownHeaderFields: Set<String> = [
    "accept", "accept-encoding", "authorization", "connection", "content-length", "content-type",
    "cookie", "expect", "host", "proxy-authorization", "te", "trailer", "transfer-encoding",
    "upgrade", "user-agent",
  ]

  /// Warns about required parameters or fields after optional ones, which differ from the order in
  /// the initializer.
  mutating func warnAboutOrder(
    of members: [(name: String?, isRequired: Bool, location: SourceLocation)]
  ) {
    guard let optional = members.firstIndex(where: { !$0.isRequired }) else { return }
    for member in members[optional...] where member.isRequired {
      warn(
        "'\(member.name ?? "")' is required and follows optional parameters; move it up, since it precedes them in the initializer",
        at: member.location)
    }
  }
}
