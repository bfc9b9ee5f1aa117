import EndpointDefinition
import EndpointModel

extension OperationImporter {
  /// Returns the parameters of an operation other than shared ones, the path's first; `nil` if a
  /// required one cannot be expressed.
  mutating func parameters(
    of source: OperationSource, path: String, in scope: TypeImporter.Scope
  ) -> [ParameterDraft]? {
    let placeholders = PathTemplate(path).placeholders
    var drafts: [ParameterDraft] = []
    for node in source.parameters {
      let name = node["name"]?.string ?? ""
      guard let location = node["in"]?.string.flatMap(ParameterLocation.init), isExpressible(node)
      else {
        types.report.add(
          "a parameter in '\(node["in"]?.string ?? "")' cannot be expressed", at: node)
        if node.flag("required") { return nil }
        continue
      }
      if location == .query,
        conventions.parameters.contains(node)
          || sharedNames.contains(name) && !node.flag("x-override") || node.flag("x-page")
      {
        continue
      }
      if location == .header, Self.ownHeaderFields.contains(name.lowercased()) { continue }
      if location == .path, !placeholders.contains(name) {
        types.report.add("the path has no placeholder for the parameter", at: node)
        continue
      }
      if let draft = parameter(node, location, name: name, in: scope) {
        drafts.append(draft)
      } else if node.flag("required") {
        types.report.add(
          "an operation with a required parameter that cannot be expressed is left out",
          at: source.node)
        return nil
      }
    }
    for name in placeholders
    where !drafts.contains(where: { $0.location == .path && $0.name == name }) {
      types.report.add(
        "the path has a placeholder without a parameter, which is a String", at: source.node)
      drafts.append(
        ParameterDraft(location: .path, name: name, type: .string, isRequired: true))
    }
    return sorted(drafts, placeholders: placeholders)
  }

  /// Returns path parameters in the order of the path, then query parameters, then header fields;
  /// required ones first.
  private func sorted(_ drafts: [ParameterDraft], placeholders: [String]) -> [ParameterDraft] {
    func rank(_ draft: ParameterDraft) -> Int {
      switch draft.location {
      case .path: placeholders.firstIndex(of: draft.name) ?? 0
      case .query: 1_000 + (draft.isRequired || isExport ? 0 : 1)
      case .header: 2_000 + (draft.isRequired || isExport ? 0 : 1)
      }
    }
    return drafts.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    .map(\.element)
  }

  private func isExpressible(_ node: DocumentNode) -> Bool {
    guard let name = node["name"]?.string else { return false }
    let isHeader = node["in"]?.string == "header"
    return !name.isEmpty && !name.unicodeScalars.contains(where: \.isControl)
      && (!isHeader || name.isHeaderFieldName)
  }

  /// The fields that OpenAPI ignores as parameters, or that the client sets.
  private static let ownHeaderFields: Set<String> = [
    "accept", "accept-encoding", "authorization", "connection", "content-length", "content-type",
    "cookie", "expect", "host", "proxy-authorization", "te", "trailer", "transfer-encoding",
    "upgrade", "user-agent",
  ]

  /// Returns a parameter; `nil` if its type or style cannot be expressed.
  mutating func parameter(
    _ node: DocumentNode, _ location: ParameterLocation, name: String, in scope: TypeImporter.Scope
  ) -> ParameterDraft? {
    let schema = node["schema"] ?? [:]
    if node["content"] != nil {
      types.report.add("a parameter in a media type of its own is a String", at: node)
    }
    let imported = types.type(of: schema, in: scope.part(name))
    guard let type = parameterType(imported, at: node, location) else { return nil }
    var draft = ParameterDraft(
      location: location, name: name, swiftName: node["x-swift-name"]?.string, type: type,
      unit: imported.unit, isRequired: location == .path || node.flag("required"),
      constraints: types.constraints(
        of: .init(type: type, schema: imported.schema), at: node),
      documentation: types.documentation(of: node))
    if location == .path, let pattern = draft.constraints.pattern {
      // The document describes the encoded value, definitions the value itself.
      draft.constraints.pattern = pattern.replacing(/%2\[?[fF]{1,2}\]?/, with: "/")
    }
    if type.isList {
      guard let isExploded = isExploded(node, location) else { return nil }
      draft.isExploded = isExploded
    }
    draft.defaultValue = defaultValue(
      schema["default"] ?? imported.schema["default"], of: draft, at: node)
    return draft
  }

  /// Returns the type that a parameter of a schema's type has; `nil` if it has none.
  private mutating func parameterType(
    _ imported: TypeImporter.Imported, at node: DocumentNode, _ location: ParameterLocation
  ) -> TypeReference? {
    func scalar(_ type: TypeReference) -> TypeReference? {
      switch type {
      case .scalar(.json), .scalar(.data): .string
      case .scalar: type
      case .named(let key):
        switch types.declarations[key]?.draft.form {
        case .enumeration: type
        case .alias(let inner): isExport ? type : scalar(inner)
        default: nil
        }
      case .list, .map: nil
      }
    }
    switch imported.type {
    case .list(let element):
      guard let element = scalar(element) else { break }
      guard location != .path else {
        types.report.add("a list in a path is a String", at: node)
        return .string
      }
      return .list(element)
    default: if let type = scalar(imported.type) { return type }
    }
    types.report.add(
      "a parameter that is an object or a list of lists cannot be expressed", at: node)
    return nil
  }

  /// Whether each value of a list is a parameter of its own; `nil` for other styles.
  private mutating func isExploded(_ node: DocumentNode, _ location: ParameterLocation) -> Bool? {
    let style = node["style"]?.string ?? (location == .query ? "form" : "simple")
    guard style == "form" || style == "simple" else {
      types.report.add("the style '\(style)' cannot be expressed", at: node)
      return nil
    }
    return location == .query && node["explode"]?.bool ?? true
  }

  /// Returns the default of a parameter that can be expressed.
  private mutating func defaultValue(
    _ value: DocumentNode?, of draft: ParameterDraft, at node: DocumentNode
  ) -> String? {
    guard let text = value?.scalarText, !text.allSatisfy(\.isWhitespace) else {
      if value?.array?.isEmpty == false {
        types.report.add("the default of a list cannot be expressed", at: node)
      }
      return nil
    }
    if draft.isRequired {
      types.report.add("the default of a required parameter is left out", at: node)
      return nil
    }
    let fits: Bool
    switch draft.type {
    case .scalar(.bool): fits = ["true", "false"].contains(text)
    case .scalar(.int), .scalar(.int64), .scalar(.duration): fits = Int64(text) != nil
    case .scalar(.double), .scalar(.decimal): fits = Double(text) != nil
    case .named(let key):
      if case .enumeration(let cases) = types.declarations[key]?.draft.form {
        fits = cases.contains { $0.value == text }
      } else {
        fits = true
      }
    default: fits = true
    }
    guard fits, draft.constraints.violation(by: text) == nil else {
      types.report.add("the default is not a value of the parameter", at: node)
      return nil
    }
    return text
  }
}

extension String {
  /// Whether the string is a token, as names of header fields are.
  var isHeaderFieldName: Bool { wholeMatch(of: /[A-Za-z0-9!#$%&'*+.^_`|~\-]+/) != nil }
}
