import EndpointDefinition
import EndpointGeneration
import EndpointModel

extension Synchronizer {
  /// The attributes of query parameters and header fields of requests other than the type.
  private static let attributes = ["explode", "required", "default", "unit"]

  // MARK: Parameters of all endpoints

  /// The query parameters that are added to the API.
  private var newShared: Set<String> {
    Set(
      index.draft.parameters.map(\.name).filter { name in
        isNew(DocumentFacts.parameter(.query, name, of: DocumentFacts.api))
          && !isDeclared(name)
      })
  }

  /// Whether the API or an endpoint of the definitions declares a query parameter.
  private func isDeclared(_ name: String) -> Bool {
    model.parameters.contains { $0.name == name }
      || model.endpoints.contains { endpoint in
        endpoint.parameters.contains { $0.parameterLocation == .query && $0.name == name }
      }
      || impliedParameters.contains(name)
  }

  /// Brings the query parameters of the API up to date.
  mutating func updateSharedParameters() {
    guard let root = files[model.path]?.root else { return }
    for parameter in model.parameters {
      let key = DocumentFacts.parameter(.query, parameter.name, of: DocumentFacts.api)
      if let draft = index.draft.parameters.first(where: { $0.name == parameter.name }) {
        update(parameter, to: draft, key: key, of: nil)
        continue
      }
      let isUsed = index.endpoints.contains { endpoint, _ in
        endpoint.parameters.contains { $0.location == .query && $0.name == parameter.name }
      }
      guard base != nil, isGone(key), !isUsed, parameter.name != model.envelope?.switchParameter,
        let element = elements[parameter.location], remove(element)
      else { continue }
      add(
        .parameter, .removed, "\(model.name).\(parameter.name)", "is removed from all endpoints",
        in: root.location.file, at: [], former: element)
    }
    addedShared = newShared
    let added = addedShared
    for draft in index.draft.parameters where added.contains(draft.name) {
      var draft = draft
      draft.type = translated(draft.type, for: root.location.file)
      insert(DefinitionWriter().element(draft), into: root)
      add(
        .parameter, .added, "\(model.name).\(draft.name)", "is added to all endpoints",
        in: root.location.file, at: ["query-param \(draft.name)"])
    }
  }

  // MARK: Parameters of an endpoint

  /// The query parameters of lists with pages.
  private var impliedParameters: Set<String> {
    let paginations = [model.pagination, index.draft.pagination].compactMap(\.self)
    return Set(
      paginations.flatMap { pagination in
        [pagination.pageParameter, pagination.sizeParameter, pagination.countParameter]
          .compactMap(\.self)
      })
  }

  /// Brings the query parameters and header fields of an endpoint up to date.
  mutating func updateParameters(
    of match: EndpointMatching.Match, _ element: LocatedElement, isPaginated: Bool
  ) {
    let implied = isPaginated ? impliedParameters : []
    let shared = addedShared
    let wanted = (match.draft.parameters + index.draft.parameters).filter { draft in
      draft.location != .path && !(draft.location == .query && implied.contains(draft.name))
    }
    let own = match.model.parameters.filter { $0.parameterLocation != .path }
    for parameter in own {
      let key = DocumentFacts.parameter(parameter.parameterLocation, parameter.name, of: match.key)
      if let draft = wanted.first(where: { $0.isSame(as: parameter) }) {
        update(parameter, to: draft, key: key, of: match.model.name)
        continue
      }
      let isImplied =
        match.draft.isPaginated && !isPaginated
        && impliedParameters.contains(parameter.name)
      guard !isImplied, isGone(key) || isPaginated && !match.model.isPaginated,
        remove(elements[parameter.location])
      else { continue }
      add(
        .parameter, .removed, "\(match.model.name).\(parameter.name)", "is removed",
        in: element.location.file, at: ["endpoint \(match.model.name)"],
        former: elements[parameter.location])
    }
    let hasBody = match.model.body != nil || match.draft.body != nil
    var names = MemberNames(
      reserved: Set((hasBody ? ["body"] : []) + (isPaginated ? ["page"] : [])))
    for parameter in match.model.parameters {
      names.claim(parameter.swiftName ?? SwiftName.member(parameter.name))
    }
    for draft in wanted {
      let key = DocumentFacts.parameter(draft.location, draft.name, of: match.key)
      let isKnown = (own + model.parameters).contains { draft.isSame(as: $0) }
      let isShared =
        draft.location == .query && shared.contains(draft.name)
        && !match.draft.parameters.contains { $0.location == .query && $0.name == draft.name }
      guard !isKnown, !isShared, isNew(key) else { continue }
      var draft = draft
      draft.type = translated(draft.type, for: element.location.file)
      draft.swiftName = names.override(for: draft.name)
      let child = DefinitionWriter().element(draft)
      insert(child, into: element)
      add(
        .parameter, .added, "\(match.model.name).\(draft.name)",
        "is added: \(draft.isRequired ? "required, " : "")\(draft.type)",
        in: element.location.file,
        at: ["endpoint \(match.model.name)", "\(child.name) \(draft.name)"])
    }
  }

  private mutating func update(
    _ parameter: ParameterModel, to draft: ParameterDraft, key: String, of endpoint: String?
  ) {
    guard let element = elements[parameter.location], !element.isKept else { return }
    let facts = Facts(new: index.facts(of: draft), old: base?[key] ?? oldShared(parameter))
    let subject = "\(endpoint ?? model.name).\(parameter.name)"
    let path = (endpoint.map { ["endpoint \($0)"] } ?? []) + ["\(element.name) \(parameter.name)"]
    updateDeprecation(of: element, by: draft.documentation, facts, .parameter, subject, at: path)
    let details = update(
      Self.attributes, of: element, from: parameter.type, to: draft.type, facts)
    for detail in details {
      add(.parameter, .changed, subject, detail, in: element.location.file, at: path)
    }
  }

  /// The facts of a parameter that all endpoints had at the last import.
  private func oldShared(_ parameter: ParameterModel) -> DocumentFacts.Attributes? {
    guard parameter.parameterLocation == .query else { return nil }
    return base?[DocumentFacts.parameter(.query, parameter.name, of: DocumentFacts.api)]
  }

  // MARK: Path parameters

  /// The keys of path parameters by the locations of their declarations, where all endpoints that
  /// share a declaration have the same in the document.
  var agreedPathParameters: [SourceLocation: (key: String, draft: ParameterDraft)] {
    var found: [SourceLocation: (key: String, draft: ParameterDraft)] = [:]
    var disputed: Set<SourceLocation> = []
    for match in matching.matches {
      let placeholders = PathTemplate(match.draft.path).placeholders
      for (position, name) in match.model.path.placeholders.enumerated() {
        guard placeholders.indices.contains(position),
          let own = match.model.parameters.first(where: {
            $0.parameterLocation == .path && $0.name == name
          }),
          let draft = match.draft.parameters.first(where: {
            $0.location == .path && $0.name == placeholders[position]
          })
        else { continue }
        let key = DocumentFacts.parameter(.path, String(position), of: match.key)
        if let other = found[own.location], facts[other.key] != facts[key] {
          disputed.insert(own.location)
        }
        found[own.location] = found[own.location] ?? (key, draft)
      }
    }
    return found.filter { !disputed.contains($0.key) }
  }

  mutating func updatePathParameters(
    of match: EndpointMatching.Match,
    _ agreed: [SourceLocation: (key: String, draft: ParameterDraft)]
  ) {
    for parameter in match.model.parameters where parameter.parameterLocation == .path {
      guard let element = elements[parameter.location], !element.isKept,
        let (key, draft) = agreed[parameter.location]
      else { continue }
      let facts = facts(at: key)
      let details = update(
        ["unit"], of: element, from: parameter.type, to: draft.type, facts)
      let isOwn =
        elements[match.model.location]?.range.contains(element.range.lowerBound) == true
        && element.location.file == match.model.location.file
      for detail in details {
        add(
          .parameter, .changed,
          isOwn ? "\(match.model.name).\(parameter.name)" : "{\(parameter.name)}", detail,
          in: element.location.file,
          at: (isOwn ? ["endpoint \(match.model.name)"] : []) + ["path-param \(parameter.name)"])
      }
    }
  }
}
