import EndpointDefinition
import EndpointModel

extension Synchronizer {
  /// Brings the body of an endpoint up to date.
  mutating func updateBody(of match: EndpointMatching.Match, _ element: LocatedElement) {
    let key = "\(match.key) body"
    let file = element.location.file
    let path = ["endpoint \(match.model.name)"]
    switch (match.model.body, match.draft.body) {
    case (nil, nil): return
    case (nil, var body?):
      guard isNew(key) else { return }
      if let type = body.payload.jsonType { body.payload = .json(translated(type, for: file)) }
      insert(DefinitionWriter().element(body), into: element)
      add(
        .body, .added, match.model.name, "has a body: \(body.payload)", in: file,
        at: path + ["body "])
    case (.some, nil):
      guard isGone(key), remove(element.children("body").first) else { return }
      add(
        .body, .removed, match.model.name, "has no body any more", in: file, at: path,
        former: element.children("body").first)
    case (let old?, let new?):
      guard let child = element.children("body").first else { return }
      let facts = Facts(new: index.facts(of: new), old: base?[key])
      var details = updatePayload(
        of: child, from: old.payload, to: new.payload, old.payload.jsonType, facts)
      details += update(["required", "content-type"], of: child, to: facts)
      for detail in details {
        add(
          .body, .changed, match.model.name, "has a body that \(detail)", in: file,
          at: path + ["body \(child.identity)"])
      }
    }
  }

  /// Brings the type of content up to date.
  ///
  /// - Parameter type: The type of its JSON in the definitions, of all items of a page.
  private mutating func updatePayload(
    of element: LocatedElement, from old: Payload, to new: Payload, _ type: TypeReference?,
    _ facts: Facts
  ) -> [String] {
    if let type, let other = new.jsonType {
      return updateType(of: element, from: type, to: other, facts)
    }
    guard facts.hasChanged("type") || facts.hasChanged("stream"), old != new,
      facts.old != nil || old.jsonType != nil
    else { return [] }
    let name = new.jsonType.map { translated($0, for: element.location.file).description }
    let type = new == .stream ? nil : name ?? new.description
    guard edit("type", of: element, to: type) else { return [] }
    _ = edit("stream", of: element, to: new == .stream ? "true" : nil)
    if element["json"] != facts.new["json"] { _ = edit("json", of: element, to: facts.new["json"]) }
    return ["is \(new == .stream ? "a stream" : type ?? "")"]
  }

  // MARK: Responses

  /// Brings the responses of an endpoint up to date.
  mutating func updateResponses(
    of match: EndpointMatching.Match, _ element: LocatedElement, isPaginated: Bool
  ) {
    let responses = ResponseMatching(match.model, match.draft)
    let file = element.location.file
    let name = match.model.name
    let old = oldStatuses(at: match.key)
    let new = Set(match.draft.responses.flatMap(\.statusWords))
    let others = Set(match.model.responses.flatMap(\.statusWords))
    for pair in responses.pairs {
      guard let child = elements[pair.model.location] else { continue }
      let facts = facts(at: "\(match.key) response:\(pair.offset)")
      var details: [String] = []
      let types = pair.types(isPaginated: isPaginated, match.draft, index, model)
      if let own = types.model, let draft = types.draft {
        details += updateType(of: child, from: own, to: draft, facts)
      } else if pair.model.payload?.jsonType == nil || pair.draft.payload?.jsonType == nil {
        details += updatePayload(
          of: child, from: pair.model.payload, to: pair.draft.payload, facts)
      }
      details += update(["content-type"], of: child, to: facts)
      var words = pair.model.statusWords
      words.removeAll { old.contains($0) && !new.contains($0) }
      words += pair.draft.statusWords.filter { !others.contains($0) && !old.contains($0) }
      if words != pair.model.statusWords { words.sort() }
      var identity = child.identity
      if words != pair.model.statusWords, !words.isEmpty,
        edit("status", of: child, to: words.joined(separator: " "))
      {
        identity = words.joined(separator: " ")
        details.append("has the status \(identity) instead of \(child.identity)")
      }
      for detail in details {
        add(
          .response, .changed, name, "has a response that \(detail)", in: file,
          at: ["endpoint \(name)", "response \(identity)"])
      }
    }
    for (draft, offset) in responses.added where isNew("\(match.key) response:\(offset)") {
      var draft = draft
      if let type = draft.payload?.jsonType {
        draft.payload = .json(translated(type, for: file))
      }
      for field in draft.headerFields.indices {
        draft.headerFields[field].type = translated(draft.headerFields[field].type, for: file)
      }
      // Bytes of one of several kinds are in memory.
      if draft.payload == .stream { draft.payload = .data }
      let child = DefinitionWriter().element(draft)
      insert(child, into: element)
      let status = draft.statusWords.joined(separator: " ")
      add(
        .response, .added, name, "has another response: \(status)", in: file,
        at: ["endpoint \(name)", "response \(status)"])
    }
    for model in responses.removed {
      let words = Set(model.statusWords)
      guard !words.isEmpty, words.isSubset(of: old), words.isDisjoint(with: new),
        remove(elements[model.location])
      else { continue }
      add(
        .response, .removed, name,
        "has no response any more: \(model.statusWords.joined(separator: " "))", in: file,
        at: ["endpoint \(name)"], former: elements[model.location])
    }
    updateHeaderFields(of: match, element, responses)
  }

  private mutating func updatePayload(
    of element: LocatedElement, from old: Payload?, to new: Payload?, _ facts: Facts
  ) -> [String] {
    switch (old, new) {
    case (nil, nil): return []
    case (let old?, let new?):
      return updatePayload(of: element, from: old, to: new, nil, facts)
    case (nil, let new?):
      guard facts.old != nil, facts.hasChanged("type") || facts.hasChanged("stream") else {
        return []
      }
      return updatePayload(of: element, from: .json(.json), to: new, nil, facts)
    case (.some, nil):
      guard facts.old != nil, facts.hasChanged("type") || facts.hasChanged("stream"),
        edit("type", of: element, to: nil)
      else { return [] }
      if element["stream"] != nil { _ = edit("stream", of: element, to: nil) }
      for example in element.children("example") { _ = remove(example) }
      return ["has no content any more"]
    }
  }

  /// The statuses of success of an endpoint at the last import.
  private func oldStatuses(at key: String) -> Set<String> {
    var statuses: Set<String> = []
    var offset = 0
    while let facts = base?["\(key) response:\(offset)"] {
      statuses.formUnion((facts["status"] ?? "").split(separator: " ").map(String.init))
      offset += 1
    }
    return statuses
  }

  private mutating func updateHeaderFields(
    of match: EndpointMatching.Match, _ element: LocatedElement, _ responses: ResponseMatching
  ) {
    let name = match.model.name
    let file = element.location.file
    let wanted = match.draft.responses.flatMap(\.headerFields)
    for field in match.model.responseHeaderFields {
      let key = "\(match.key) header-field:\(field.name.lowercased())"
      guard let child = elements[field.location] else { continue }
      guard let draft = wanted.first(where: { $0.name.lowercased() == field.name.lowercased() })
      else {
        guard isGone(key), remove(child) else { continue }
        add(
          .headerField, .removed, "\(name).\(field.name)", "is removed", in: file,
          at: ["endpoint \(name)"], former: child)
        continue
      }
      let facts = Facts(new: index.facts(of: draft), old: base?[key])
      let details =
        updateType(of: child, from: field.type, to: draft.type, facts)
        + update(["unit"], of: child, to: facts)
      for detail in details {
        add(
          .headerField, .changed, "\(name).\(field.name)", detail, in: file,
          at: ["endpoint \(name)"])
      }
    }
    for pair in responses.pairs {
      guard let parent = elements[pair.model.location], !parent.isKept else { continue }
      for draft in pair.draft.headerFields {
        let key = "\(match.key) header-field:\(draft.name.lowercased())"
        let isKnown = match.model.responseHeaderFields.contains {
          $0.name.lowercased() == draft.name.lowercased()
        }
        guard !isKnown, isNew(key) else { continue }
        var draft = draft
        draft.type = translated(draft.type, for: file)
        insert(DefinitionWriter().element(draft), into: parent)
        add(
          .headerField, .added, "\(name).\(draft.name)", "is added: \(draft.type)", in: file,
          at: [
            "endpoint \(name)", "response \(parent.identity)", "header-field \(draft.name)",
          ])
      }
    }
  }
}

extension ResponseModel {
  /// The statuses in the notation of definitions.
  fileprivate var statusWords: [String] {
    statuses.map(String.init) + (matchesAnySuccess ? ["2xx"] : [])
  }
}

extension ResponseDraft {
  /// The statuses in the notation of definitions.
  fileprivate var statusWords: [String] {
    statuses.map(String.init) + (matchesAnySuccess ? ["2xx"] : [])
  }
}
