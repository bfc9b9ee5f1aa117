import EndpointDefinition
import EndpointModel

extension Synchronizer {
  /// Brings the endpoints up to date that both have.
  mutating func updateEndpoints() {
    updateSharedParameters()
    let pathParameters = agreedPathParameters
    for match in matching.matches {
      guard let element = elements[match.model.location], !element.isKept else { continue }
      let facts = facts(at: match.key)
      let path = ["endpoint \(match.model.name)"]
      let file = element.location.file
      updateDeprecation(
        of: element, by: match.draft.documentation, facts, .endpoint, match.model.name, at: path)
      if facts.hasChanged("version"), let version = facts.new["version"],
        version != match.model.version, facts.old != nil || match.model.version != nil
      {
        _ = edit("version", of: element, to: version)
        add(
          .endpoint, .changed, match.model.name,
          "is of version \(version) instead of \(match.model.version ?? "none")", in: file, at: path
        )
      }
      for detail in update(["authentication"], of: element, to: facts) {
        add(.endpoint, .changed, match.model.name, detail, in: file, at: path)
      }
      let isPaginated = updatePagination(of: match, element, facts)
      updateParameters(of: match, element, isPaginated: isPaginated)
      updatePathParameters(of: match, pathParameters)
      updateBody(of: match, element)
      updateResponses(of: match, element, isPaginated: isPaginated)
    }
  }

  /// Brings pagination up to date; returns whether the endpoint is paginated then.
  private mutating func updatePagination(
    of match: EndpointMatching.Match, _ element: LocatedElement, _ facts: Facts
  ) -> Bool {
    let (model, draft) = (match.model, match.draft)
    guard facts.old != nil, facts.hasChanged("paginated"), model.isPaginated != draft.isPaginated,
      self.model.pagination != nil || !draft.isPaginated
    else { return model.isPaginated }
    _ = edit("paginated", of: element, to: draft.isPaginated ? "true" : nil)
    add(
      .endpoint, .changed, model.name,
      draft.isPaginated ? "is paginated" : "is not paginated any more",
      in: element.location.file, at: ["endpoint \(model.name)"])
    return draft.isPaginated
  }

  // MARK: Removing

  /// Removes the endpoints that the document does not have any more.
  mutating func removeEndpoints() {
    for (model, key, hasOtherVersion) in matching.removed {
      // An older version is kept beside a newer one.
      guard isGone(key), !hasOtherVersion, let element = elements[model.location],
        remove(element)
      else { continue }
      add(
        .endpoint, .removed, model.name, "is removed: \(model.method) \(model.path)",
        in: element.location.file, at: [], former: element)
    }
  }

  // MARK: Adding

  /// Adds the endpoints that the document has in addition.
  mutating func addEndpoints() {
    for (draft, key) in matching.added where isNew(key) {
      let place = place(of: draft)
      var endpoint = renamed(draft)
      let types = place.file
      endpoint.replaceReferences { translated($0, for: types) }
      endpoint.version = endpoint.version ?? index.draft.version
      let version = files[place.file]?.root?["version"] ?? apiRoot?["version"]
      if endpoint.version == version || model.mediaType?.contains("{version}") != true {
        endpoint.version = nil
      }
      let known = model.parameters.map(\.name)
      endpoint.parameters.removeAll { $0.location == .query && known.contains($0.name) }
      let missing = index.draft.parameters.filter { parameter in
        !known.contains(parameter.name) && !addedShared.contains(parameter.name)
      }
      endpoint.parameters += missing
      let root = files[place.file]?.root
      let shared = Set(
        [root, apiRoot].compactMap(\.self).flatMap { $0.children("path-param") }
          .compactMap { $0["name"] })
      endpoint.parameters.removeAll { $0.location == .path && shared.contains($0.name) }
      if let root {
        insert(
          DefinitionWriter().element(endpoint, sharing: [:]), into: root,
          after: root.children("endpoint").last)
      } else {
        newFiles[place.file]?.endpoints.append(endpoint)
      }
      add(
        .endpoint, .added, endpoint.name, "is added: \(endpoint.method) \(endpoint.path)",
        in: place.file, at: ["endpoint \(endpoint.name)"])
    }
  }

  /// Returns an endpoint under a name that is free.
  private mutating func renamed(_ draft: EndpointDraft) -> EndpointDraft {
    var draft = draft
    var number = 2
    let name = draft.name
    while !taken.insert(draft.name).inserted {
      draft.name = "\(name)\(number)"
      number += 1
    }
    return draft
  }

  /// Returns the file for a new endpoint: that of its tag, or of most of the endpoints that have
  /// the tag in the document, or a new one.
  private mutating func place(of draft: EndpointDraft) -> (file: String, tag: String) {
    let source = index.draft.files.first { $0.endpoints.contains { $0.name == draft.name } }
    let tag = source?.tag ?? ""
    if let file = model.files.first(where: { $0.tag == tag }) { return (file.path, tag) }
    let names = Set(source?.endpoints.map(\.name) ?? [])
    var counts: [String: Int] = [:]
    for match in matching.matches where names.contains(match.draft.name) {
      counts[match.model.location.file, default: 0] += 1
    }
    if let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
      return (most.key, tag)
    }
    var path = source?.path ?? "endpoints.xml"
    while files[path] != nil { path = "more-" + path }
    if newFiles[path] == nil {
      newFiles[path] = FileDraft(
        path: path, tag: tag, documentation: source?.documentation ?? .init())
    }
    return (path, tag)
  }

  /// The root element of the file that declares the API.
  private var apiRoot: LocatedElement? { files[model.path]?.root }
}
