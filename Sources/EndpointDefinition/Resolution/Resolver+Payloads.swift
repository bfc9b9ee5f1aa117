import EndpointModel

extension Resolver {
  /// Returns the model of a request's body.
  mutating func body(_ declaration: BodyDeclaration) -> BodyModel? {
    guard let payload = payload(declaration.payload) else { return nil }
    return BodyModel(
      payload: payload, contentType: declaration.payload.contentType?.value,
      isRequired: declaration.isRequired,
      examples: examples(declaration.payload.examples, of: payload.jsonType))
  }

  /// Returns the models of an endpoint's responses.
  mutating func responses(
    of endpoint: EndpointDeclaration, isPaginated: Bool
  ) -> [ResponseModel] {
    let declarations = endpoint.responses
    if declarations.isEmpty, !endpoint.hasUnknownChildren {
      report(
        "the endpoint has no <response>; add the statuses of success, as in <response status=\"200\"/>",
        at: endpoint.location)
    }
    let responses = declarations.compactMap { response($0, isPaginated: isPaginated) }
    checkHeaderFields(of: responses)
    guard declarations.count > 1 else {
      if let name = declarations.first?.swiftName {
        report(
          "the only response needs no name in Swift; remove it", at: name.location)
      }
      return responses
    }
    if isPaginated {
      report("a paginated endpoint has one <response>; remove this", at: declarations[1].location)
    }
    if let stream = declarations.first(where: \.payload.isStream) {
      report("a streamed response must be the only one; remove the others", at: stream.location)
    }
    checkDistinct(responses)
    return responses
  }

  private mutating func response(
    _ declaration: ResponseDeclaration, isPaginated: Bool
  ) -> ResponseModel? {
    check(swiftName: declaration.swiftName)
    let content = declaration.payload
    let hasPayload =
      content.typeAttribute != nil || content.contentType != nil || content.isStream
      || content.isJSON != nil
    var payload = hasPayload ? self.payload(content) : nil
    let examples =
      hasPayload && payload == nil ? [] : self.examples(content.examples, of: payload?.jsonType)
    guard let status = declaration.status, !hasPayload || payload != nil else { return nil }
    if isPaginated {
      guard case .json(.list(let item)) = payload else {
        report(
          "a paginated endpoint returns a list; write type=\"[T]\"", at: declaration.location)
        return nil
      }
      payload = .json(item)
    }
    let (statuses, matchesAny) = self.statuses(status.value)
    let isBodyless = statuses.allSatisfy { [102, 204, 205].contains($0) }
    if hasPayload, !matchesAny, isBodyless, !statuses.isEmpty {
      report(
        "a response with status \(statuses[0]) has no body; remove its type or change the status",
        at: status.valueLocation)
    }
    return ResponseModel(
      statuses: statuses, matchesAnySuccess: matchesAny, payload: payload,
      contentType: content.contentType?.value, swiftName: declaration.swiftName?.value,
      headerFields: headerFields(declaration.headerFields),
      documentation: documentation(declaration.documentation), examples: examples,
      location: declaration.location)
  }

  /// Returns the content of a body or a response by its type and media type.
  private mutating func payload(_ declaration: PayloadDeclaration) -> Payload? {
    if let contentType = declaration.contentType { check(mediaType: contentType) }
    if declaration.isStream {
      if let type = declaration.typeAttribute {
        report("a stream has no type; remove it", at: type.location)
      }
      if let json = declaration.isJSON {
        report("a stream is returned as it arrives; remove 'json'", at: json.location)
      }
      return .stream
    }
    guard let contentType = declaration.contentType, !contentType.value.isJSONMediaType else {
      if declaration.isJSON?.value == false { return bytes(declaration) }
      guard let expression = declaration.type else { return nil }
      let type = reference(expression.value)
      checkJSON(type, at: expression.value.innermost)
      return .json(type)
    }
    if let json = declaration.isJSON {
      report(
        "'\(contentType.value)' is not a media type of JSON; remove 'json'", at: json.location)
    }
    guard declaration.typeAttribute != nil else {
      return contentType.value.hasPrefix("text/") ? .text : .data
    }
    return bytes(declaration)
  }

  /// Returns content that is not JSON by its type.
  private mutating func bytes(_ declaration: PayloadDeclaration) -> Payload? {
    guard let type = declaration.typeAttribute else {
      report(
        "content that is not JSON has a type; add type=\"String\" or type=\"Data\"",
        at: declaration.location)
      return nil
    }
    switch declaration.type?.value.name?.text {
    case "String": return .text
    case "Data": return .data
    default:
      report(
        "content other than JSON must have the type String or Data; write one of them or remove the \(declaration.isJSON == nil ? "content-type" : "attribute 'json'")",
        at: type.valueLocation)
      return nil
    }
  }

  private mutating func checkJSON(_ type: TypeReference, at name: TypeName) {
    switch underlying(type) {
    case .scalar(.data):
      report(
        "Data needs a media type; add content-type=\"application/octet-stream\"",
        at: name.location)
    case .scalar(.duration):
      report(
        "a Duration can only be a field or a parameter; wrap it in a struct", at: name.location)
    default: return
    }
  }

  /// Reports an invalid media type.
  mutating func check(mediaType: Located<String>) {
    let text = mediaType.value.replacing("{version}", with: "1")
    let token = /[A-Za-z0-9!#$&^_.+\-]+\/[A-Za-z0-9!#$&^_.+\-]+(; ?[a-z\-]+=[A-Za-z0-9.\-_]+)*/
    guard text.wholeMatch(of: token) == nil else { return }
    report(
      "'\(mediaType.value)' is not a valid media type; write one such as application/json",
      at: mediaType.valueLocation)
  }

  private mutating func statuses(_ list: WordList) -> ([Int], matchesAny: Bool) {
    var statuses: Set<Int> = []
    var matchesAny = false
    for (word, location) in list.words {
      if word == "2xx" {
        if matchesAny { report("2xx appears twice; remove one", at: location) }
        matchesAny = true
      } else if let status = Int(word), status == 102 || (200...299).contains(status) {
        if !statuses.insert(status).inserted {
          report("the status \(status) appears twice; remove one", at: location)
        }
      } else {
        report(
          "'\(word)' is not a status of success; write numbers from 200 to 299 with spaces between them, 2xx, or 102 for one that comes later",
          at: location)
      }
    }
    return (statuses.sorted(), matchesAny)
  }

  /// Reports responses with the same status and media type.
  private mutating func checkDistinct(_ responses: [ResponseModel]) {
    var first: [String: ResponseModel] = [:]
    for response in responses {
      for status in response.statuses + (response.matchesAnySuccess ? [0] : []) {
        let key = "\(status) \(response.contentType ?? "")"
        if let other = first[key], other.location != response.location {
          report(
            "another <response> has the status \(status == 0 ? "2xx" : "\(status)") already; change one",
            at: response.location,
            notes: [Diagnostic(.note, "the first one is here", at: other.location)])
        } else {
          first[key] = response
        }
      }
    }
  }
}
