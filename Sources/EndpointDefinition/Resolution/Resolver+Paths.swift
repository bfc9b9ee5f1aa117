import EndpointModel

extension Resolver {
  /// Returns the path template of an endpoint with its parameters in order; `nil` if the template is
  /// malformed.
  ///
  /// - Parameters:
  ///   - own: The models of the endpoint's own path parameters.
  ///   - shared: The path parameters of the file; those of the API follow.
  ///   - used: Receives the names of the file's parameters that the path has.
  mutating func path(
    _ path: Located<String>, of endpoint: EndpointDeclaration, own: [ParameterModel?],
    shared: [ParameterModel], used: inout Set<String>
  ) -> (template: PathTemplate, parameters: [ParameterModel])? {
    checkUnique(endpoint.pathParameters.map { ($0.name, $0.location) }) {
      "the path parameter '\($0)' is declared twice; remove one"
    }
    guard let template = template(path.attribute) else { return nil }
    let declared = endpoint.pathParameters.compactMap(\.name)
    var unmatched = declared.filter { !template.placeholders.contains($0.value) }
    var parameters: [ParameterModel] = []
    var missing: [String] = []
    for name in template.placeholders {
      let inherited = (shared + sharedPathParameters).first { $0.name == name }
      if let index = endpoint.pathParameters.firstIndex(where: { $0.name?.value == name }) {
        guard let model = own[index] else { continue }
        parameters.append(model)
        warnAboutRepetition(of: model, at: model.location, among: [inherited].compactMap { $0 })
      } else if let inherited {
        parameters.append(inherited)
        if shared.contains(where: { $0.name == name }) {
          used.insert(name)
        } else {
          usedPathParameters.insert(name)
        }
      } else {
        missing.append(name)
      }
    }
    let isPair = missing.count == 1 && unmatched.count == 1
    let known = (shared + sharedPathParameters).map(\.name)
    // An unknown child may be intended as the missing declaration.
    for placeholder in missing where !endpoint.hasUnknownChildren {
      let start = path.value.firstRange(of: "{\(placeholder)}")?.lowerBound
      let location = path.attribute.location(at: start ?? path.value.startIndex)
      let names = unmatched.map(\.value)
      let similar = isPair ? names.first : Suggestion.closest(to: placeholder, among: names)
      if let index = unmatched.firstIndex(where: { $0.value == similar }) {
        let parameter = unmatched.remove(at: index)
        report(
          "path has {\(placeholder)} but its <path-param> is '\(parameter.value)'; write the same name",
          at: location,
          notes: [Diagnostic(.note, "the <path-param> is here", at: parameter.valueLocation)])
      } else if let meant = Suggestion.closest(to: placeholder, among: known) {
        report("path has {\(placeholder)}; did you mean {\(meant)}?", at: location)
      } else {
        report(
          "path has {\(placeholder)} but no <path-param name=\"\(placeholder)\">; add it",
          at: location)
      }
    }
    for parameter in unmatched {
      report(
        "path has no {\(parameter.value)} for this <path-param>; add it to the path or remove this"
          + Suggestion.among(template.placeholders, for: parameter.value),
        at: parameter.valueLocation)
    }
    return (template, parameters)
  }

  /// Warns about a path parameter that repeats a shared one.
  mutating func warnAboutRepetition(
    of model: ParameterModel, at location: SourceLocation, among shared: [ParameterModel]
  ) {
    guard let other = shared.first(where: { $0.name == model.name }), model.isSame(as: other)
    else { return }
    warn(
      "this repeats the shared <path-param> '\(model.name)'; remove it", at: location,
      notes: [Diagnostic(.note, "the shared one is here", at: other.location)])
  }

  /// Warns about path parameters of the API that no path has.
  mutating func checkPathParameters() {
    let placeholders = files.flatMap { $0.endpoints?.endpoints ?? [] }
      .compactMap { $0.path?.value }
    guard isComplete, !placeholders.isEmpty else { return }
    for model in sharedPathParameters where !usedPathParameters.contains(model.name) {
      let isOverridden = placeholders.contains { $0.contains("{\(model.name)}") }
      guard !isOverridden else { continue }
      warn("no path has {\(model.name)}; remove this <path-param>", at: model.location)
    }
  }

  /// Returns a path template; `nil` if it is malformed.
  private mutating func template(_ attribute: XMLAttribute) -> PathTemplate? {
    let path = attribute.value
    guard path.hasPrefix("/") else {
      report("a path begins with '/'; write \"/\(path)\"", at: attribute.valueLocation)
      return nil
    }
    var names: [String] = []
    // The placeholder directly before the rest.
    var previous: String?
    var rest = path[...]
    while let character = rest.first {
      if character == "{" {
        guard let name = placeholder(&rest, of: attribute, after: previous) else { return nil }
        if names.contains(name) {
          report(
            "the placeholder {\(name)} appears twice in the path; rename one",
            at: attribute.location(at: rest.startIndex))
        }
        names.append(name)
        previous = name
      } else {
        let text = rest.prefix { $0 != "{" }
        if let bad = text.firstIndex(where: { !$0.isPathCharacter }) {
          report(Self.problem(with: text[bad]), at: attribute.location(at: bad))
          return nil
        }
        previous = nil
        rest = rest[text.endIndex...]
      }
    }
    return PathTemplate(path)
  }

  private mutating func placeholder(
    _ rest: inout Substring, of attribute: XMLAttribute, after previous: String?
  ) -> String? {
    let start = attribute.location(at: rest.startIndex)
    let name = rest.dropFirst().prefix { $0 != "}" && $0 != "{" && $0 != "/" }
    guard rest[name.endIndex...].first == "}" else {
      report("'{' is not closed; write {\(name)}", at: start)
      return nil
    }
    guard !name.isEmpty else {
      report("the placeholder has no name; write {NAME}", at: start)
      return nil
    }
    if let previous {
      report(
        "put fixed text between {\(previous)} and {\(name)}; otherwise their values are ambiguous",
        at: start)
      return nil
    }
    rest = rest[name.endIndex...].dropFirst()
    return String(name)
  }

  private static func problem(with character: Character) -> String {
    switch character {
    case "}": "'}' has no '{' before it; write {NAME} or remove it"
    case "?": "a path has no query; declare each parameter with <query-param>"
    case "#": "a path has no fragment; remove '#'"
    default: "'\(character)' cannot be in a path; leave it out or percent-encode it"
    }
  }
}

extension Character {
  /// Whether the character is valid in a path (RFC 3986, section 3.3), or begins an encoded byte.
  fileprivate var isPathCharacter: Bool {
    isASCII && (isLetter || isNumber || "-._~!$&'()*+,;=:@/%".contains(self))
  }
}

extension ParameterModel {
  /// Whether two parameters differ only in their locations.
  fileprivate func isSame(as other: ParameterModel) -> Bool {
    type == other.type && unit == other.unit && swiftName == other.swiftName
      && constraints == other.constraints && documentation == other.documentation
  }
}
