import EndpointModel

extension Resolver {
  /// Returns the model of a request's body.
  mutating func body(of element: XMLElement) -> BodyModel? {
    guard let payload = payload(of: element) else { return nil }
    return BodyModel(
      payload: payload, contentType: element["content-type"]?.value,
      isRequired: element.flag("required", absent: true),
      examples: examples(of: element, type: payload.jsonType))
  }

  /// Returns the models of an endpoint's responses.
  mutating func responses(of element: XMLElement, isPaginated: Bool) -> [ResponseModel] {
    let elements = element.children("response")
    if elements.isEmpty, !element.hasUnknownChildren {
      report(
        "the endpoint has no <response>; add the statuses of success, as in <response status=\"200\"/>",
        at: element.location)
    }
    let responses = elements.compactMap { response(of: $0, isPaginated: isPaginated) }
    guard elements.count > 1 else {
      if let name = elements.first?["swift-name"] {
        report(
          "the only response needs no name in Swift; remove it", at: name.location)
      }
      return responses
    }
    if isPaginated {
      report("a paginated endpoint has one <response>; remove this", at: elements[1].location)
    }
    if let stream = elements.first(where: { $0.flag("stream") }) {
      report("a streamed response must be the only one; remove the others", at: stream.location)
    }
    checkDistinct(responses)
    return responses
  }

  private mutating func response(of element: XMLElement, isPaginated: Bool) -> ResponseModel? {
    check(swiftNameOf: element)
    let hasPayload =
      element["type"] != nil || element["content-type"] != nil || element.flag("stream")
    var payload = hasPayload ? self.payload(of: element) : nil
    let examples = self.examples(of: element, type: payload?.jsonType)
    guard let attribute = element["status"], !hasPayload || payload != nil else { return nil }
    if isPaginated {
      guard case .json(.list(let item)) = payload else {
        report(
          "a paginated endpoint returns a list; write type=\"…\" list=\"true\"",
          at: element.location)
        return nil
      }
      payload = .json(item)
    }
    let (statuses, matchesAny) = self.statuses(attribute)
    if hasPayload, !matchesAny, statuses.allSatisfy({ $0 == 204 || $0 == 205 }), !statuses.isEmpty {
      report(
        "a response with status \(statuses[0]) has no body; remove its type or change the status",
        at: attribute.valueLocation)
    }
    return ResponseModel(
      statuses: statuses, matchesAnySuccess: matchesAny, payload: payload,
      contentType: element["content-type"]?.value, swiftName: element["swift-name"]?.value,
      examples: examples, location: element.location)
  }

  /// Returns the content of a body or a response by its type and media type.
  private mutating func payload(of element: XMLElement) -> Payload? {
    let contentType = element["content-type"]
    if let contentType { check(mediaType: contentType) }
    if element.flag("stream") {
      if let type = element["type"] {
        report("a stream has no type; remove it", at: type.location)
      }
      return .stream
    }
    guard let contentType, !contentType.value.isJSONMediaType else {
      guard let type = typeReference(of: element) else { return nil }
      checkJSON(type, of: element)
      return .json(type)
    }
    switch element["type"]?.value {
    case "String": return .text
    case "Data": return .data
    case nil: return contentType.value.hasPrefix("text/") ? .text : .data
    default:
      report(
        "content other than JSON must have the type String or Data; write one of them or remove the content-type",
        at: element["type"]?.valueLocation ?? element.location)
      return nil
    }
  }

  private mutating func checkJSON(_ type: TypeReference, of element: XMLElement) {
    guard let attribute = element["type"] else { return }
    switch underlying(type) {
    case .scalar(.data):
      report(
        "Data needs a media type; add content-type=\"application/octet-stream\"",
        at: attribute.valueLocation)
    case .scalar(.duration):
      report(
        "a Duration can only be a field or a parameter; wrap it in a struct",
        at: attribute.valueLocation)
    default: return
    }
  }

  /// Reports an invalid media type.
  mutating func check(mediaType attribute: XMLAttribute) {
    let text = attribute.value.replacing("{version}", with: "1")
    let token = /[A-Za-z0-9!#$&^_.+\-]+\/[A-Za-z0-9!#$&^_.+\-]+(; ?[a-z\-]+=[A-Za-z0-9.\-_]+)*/
    guard text.wholeMatch(of: token) == nil else { return }
    report(
      "'\(attribute.value)' is not a valid media type; write one such as application/json",
      at: attribute.valueLocation)
  }

  private mutating func statuses(_ attribute: XMLAttribute) -> ([Int], matchesAny: Bool) {
    var statuses: Set<Int> = []
    var matchesAny = false
    for word in attribute.value.split(whereSeparator: \.isWhitespace) {
      let location = attribute.location(at: word.startIndex)
      if word == "2xx" {
        if matchesAny { report("2xx appears twice; remove one", at: location) }
        matchesAny = true
      } else if let status = Int(word), (200...299).contains(status) {
        if !statuses.insert(status).inserted {
          report("the status \(status) appears twice; remove one", at: location)
        }
      } else {
        report(
          "'\(word)' is not a status of success; write numbers from 200 to 299 with spaces between them, or 2xx",
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
