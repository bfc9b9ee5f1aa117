import EndpointDefinition
import EndpointModel

/// The parts of a draft by name, with what the document says about them.
struct DraftIndex {
  let draft: APIDraft
  /// The types by name.
  let types: [String: TypeDraft]
  /// The endpoints with their keys, in order.
  let endpoints: [(draft: EndpointDraft, key: String)]

  init(_ draft: APIDraft) {
    self.draft = draft
    types = Dictionary(draft.files.flatMap(\.types).map { ($0.name, $0) }) { first, _ in first }
    var taken: Set<String> = []
    endpoints = draft.files.flatMap(\.endpoints).map { endpoint in
      let path = WholePath(endpoint.path, basePath: endpoint.basePath, baseURL: draft.baseURL)
      let key = DocumentFacts.endpoint(endpoint.method, path.text, nil)
      guard !taken.insert(key).inserted else { return (endpoint, key) }
      let contentType = endpoint.responses.first?.contentType ?? endpoint.name
      return (endpoint, DocumentFacts.endpoint(endpoint.method, path.text, contentType))
    }
  }

  /// Returns the key of a type in the document.
  func key(of name: String) -> String { draft.sources[name] ?? name }

  /// Returns the key of a variant among those of its union.
  func key(of variant: VariantDraft) -> String { variant.value ?? key(of: variant.type) }

  /// Returns a type with the keys of the document in place of names.
  func keyed(_ type: TypeReference) -> String { type.renamed(key).description }

  // MARK: Facts

  func facts(of endpoint: EndpointDraft) -> DocumentFacts.Attributes {
    var facts = facts(of: endpoint.documentation)
    facts["version"] = endpoint.version ?? draft.version
    if endpoint.isPaginated { facts["paginated"] = "true" }
    if !endpoint.isAuthenticated { facts["authentication"] = "none" }
    return facts
  }

  func facts(of parameter: ParameterDraft) -> DocumentFacts.Attributes {
    facts(DefinitionWriter().element(parameter), type: parameter.type, parameter.documentation)
  }

  func facts(of body: BodyDraft) -> DocumentFacts.Attributes {
    facts(DefinitionWriter().element(body), type: body.payload.jsonType, .init())
  }

  func facts(of response: ResponseDraft) -> DocumentFacts.Attributes {
    facts(DefinitionWriter().element(response), type: response.payload?.jsonType, .init())
  }

  func facts(of field: HeaderFieldDraft) -> DocumentFacts.Attributes {
    facts(DefinitionWriter().element(field), type: field.type, field.documentation)
  }

  func facts(of type: TypeDraft) -> DocumentFacts.Attributes {
    var facts = facts(of: type.documentation)
    facts["kind"] = type.kind
    switch type.form {
    case .structure, .enumeration: break
    case .union(let discriminator, _): facts["discriminator"] = discriminator
    case .alias(let target): facts["type"] = keyed(target)
    }
    return facts
  }

  func facts(of field: FieldDraft) -> DocumentFacts.Attributes {
    facts(DefinitionWriter().element(field), type: field.type, field.documentation)
  }

  func facts(of variant: VariantDraft) -> DocumentFacts.Attributes {
    var facts = facts(of: variant.documentation)
    facts["type"] = key(of: variant.type)
    if variant.isIndirect { facts["indirect"] = "true" }
    return facts
  }

  func facts(of documentation: Documentation) -> DocumentFacts.Attributes {
    documentation.isDeprecated ? ["deprecated": "true"] : [:]
  }

  private func facts(
    _ element: MarkupElement, type: TypeReference?, _ documentation: Documentation
  ) -> DocumentFacts.Attributes {
    var facts = facts(of: documentation)
    for (name, value) in element.attributes
    where !["name", "summary", "swift-name"].contains(name) {
      facts[name] = value.replacingReferences
    }
    if let type { facts["type"] = keyed(type) }
    return facts
  }
}

/// The path of an endpoint on its server, without the names of placeholders.
struct WholePath {
  let text: String

  init(_ path: String, basePath: String?, baseURL: String) {
    let parts = baseURL.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    let own = parts.count > 3 ? "/" + parts[3] : ""
    text = (basePath ?? own) + path.replacing(/\{[^{}\/]*\}/, with: "{}")
  }
}

extension TypeDraft {
  /// The kind of the declaration, which is the name of its element.
  var kind: String {
    switch form {
    case .structure: "struct"
    case .enumeration: "enum"
    case .union: "union"
    case .alias: "alias"
    }
  }
}
