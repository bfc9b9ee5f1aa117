import EndpointModel

extension Resolver {
  /// Returns the path template of an endpoint after checking its path parameters.
  mutating func path(of element: XMLElement, _ attribute: XMLAttribute) -> PathTemplate? {
    guard let template = template(attribute) else { return nil }
    let declared = element.children("path-param").compactMap { $0["name"] }
    var unmatched = declared.filter { !template.placeholders.contains($0.value) }
    let missing = template.placeholders.filter { name in !declared.contains { $0.value == name } }
    // An unknown child may be intended as the missing declaration.
    let isMisspelt = element.hasUnknownChildren
    let isPair = missing.count == 1 && unmatched.count == 1
    for placeholder in missing where !isMisspelt {
      let start = attribute.value.firstRange(of: "{\(placeholder)}")?.lowerBound
      let location = attribute.location(at: start ?? attribute.value.startIndex)
      let names = unmatched.map(\.value)
      let similar = isPair ? names.first : Suggestion.closest(to: placeholder, among: names)
      if let index = unmatched.firstIndex(where: { $0.value == similar }) {
        let parameter = unmatched.remove(at: index)
        report(
          "path has {\(placeholder)} but its <path-param> is '\(parameter.value)'; write the same name",
          at: location,
          notes: [Diagnostic(.note, "the <path-param> is here", at: parameter.valueLocation)])
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
    return template
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
