import EndpointModel

extension Resolver {
  /// Returns the models of an endpoint's waiters.
  mutating func waiters(
    of element: XMLElement, responses: [ResponseModel], isPaginated: Bool
  ) -> [WaiterModel] {
    let elements = element.children("waiter")
    checkUnique(elements, by: "name") { "the waiter '\($0)' is declared twice; remove one" }
    if isPaginated, let waiter = elements.first {
      report("a paginated endpoint has no waiters; remove it", at: waiter.location)
      return []
    }
    if let method = element["method"], let waiter = elements.first,
      !["GET", "HEAD"].contains(method.value)
    {
      report(
        "a waiter polls its endpoint, and a \(method.value) request is not safe to repeat; move it to "
          + "the GET endpoint of the resource", at: waiter.location)
      return []
    }
    // Without a valid response, its fields are unknown.
    guard !responses.isEmpty else { return [] }
    return elements.compactMap { waiter($0, payload: responses.first?.payload) }
  }

  private mutating func waiter(_ element: XMLElement, payload: Payload?) -> WaiterModel? {
    if let name = element["name"], !name.value.isPropertyName {
      report(
        "the waiter's name '\(name.value)' must begin with a lower-case letter and contain only ASCII letters and digits",
        at: name.valueLocation)
    }
    let (success, failure) = (element.children("success"), element.children("failure"))
    if success.isEmpty, !element.hasUnknownChildren {
      report(
        "the waiter never ends; add <success value=\"…\"/> or <success status=\"404\"/>",
        at: element.location)
    }
    if let field = element["field"], steps(field, in: payload?.jsonType) == nil { return nil }
    guard let successConditions = conditions(success, of: element, in: payload),
      let failureConditions = conditions(failure, of: element, in: payload)
    else { return nil }
    checkStatuses(success)
    let codes = successCodes(of: success)
    checkOverlap(success, failure, field: element["field"]?.value)
    guard let name = element["name"], let interval = element["interval"].flatMap({ Int($0.value) }),
      let timeout = element["timeout"].flatMap({ Int($0.value) })
    else { return nil }
    if interval < 1 || timeout < interval {
      report(
        "the interval must be at least one second and at most the timeout",
        at: element["interval"]?.valueLocation ?? element.location)
    }
    return WaiterModel(
      name: name.value, documentation: documentation(of: element), success: successConditions,
      successStatuses: success.compactMap { $0["status"].flatMap { Int($0.value) } },
      successCodes: codes, failure: failureConditions, interval: interval, timeout: timeout,
      location: element.location)
  }

  /// Reports statuses that are not those of errors.
  private mutating func checkStatuses(_ elements: [XMLElement]) {
    for status in elements.compactMap({ $0["status"] }) {
      guard let number = Int(status.value), !(400...599).contains(number) else { continue }
      report(
        "'\(status.value)' is not the status of an error; write a number from 400 to 599, such as 404 "
          + "for a deletion", at: status.valueLocation)
    }
  }

  /// Returns the error codes of a missing resource, each checked by those of the API.
  private mutating func successCodes(of elements: [XMLElement]) -> [String] {
    guard elements.contains(where: { $0["code"] != nil }) else { return [] }
    let known = documents.filter { $0.root.name == "errors" }
      .flatMap { $0.root.children("error-code") }.compactMap { $0["value"]?.value }
    var codes: [String] = []
    for element in elements {
      guard let attribute = element["code"] else { continue }
      guard element["status"] != nil else {
        report("'code' needs a status; add status=\"404\"", at: attribute.location)
        continue
      }
      for word in attribute.value.split(whereSeparator: \.isWhitespace) {
        let location = attribute.location(at: word.startIndex)
        if isComplete, !known.contains(String(word)) {
          report(
            "no <error-code> declares '\(word)'; add one"
              + Suggestion.among(known, for: String(word)), at: location)
        } else if codes.contains(String(word)) {
          report("'\(word)' appears twice; remove one", at: location)
        }
        codes.append(String(word))
      }
    }
    return codes
  }

  /// Reports values that are both a success and a failure.
  private mutating func checkOverlap(
    _ success: [XMLElement], _ failure: [XMLElement], field: String?
  ) {
    for element in failure {
      guard let value = element["value"] else { continue }
      let isSuccess = success.contains {
        $0["value"]?.value == value.value
          && ($0["field"]?.value ?? field) == (element["field"]?.value ?? field)
      }
      guard isSuccess else { continue }
      report(
        "'\(value.value)' is both a success and a failure; remove it from one of them",
        at: value.valueLocation)
    }
  }

  /// Returns the conditions of elements, those on the same field merged; `nil` if a field is
  /// unknown.
  private mutating func conditions(
    _ elements: [XMLElement], of waiter: XMLElement, in payload: Payload?
  ) -> [WaiterModel.Condition]? {
    var conditions: [WaiterModel.Condition] = []
    for element in elements where element["value"] != nil || element["status"] == nil {
      guard let attribute = element["field"] ?? waiter["field"] else {
        report(
          element["value"] == nil
            ? "<\(element.name)> says nothing; add field=\"…\", value=\"…\" or both"
            : "no field has this value; add field=\"…\" here or on the <waiter>",
          at: (element["value"] ?? element["status"])?.location ?? element.location)
        return nil
      }
      guard let path = steps(attribute, in: payload?.jsonType), let last = path.last else {
        return nil
      }
      let value = element["value"]
      if let value, !check(value, fits: last) { return nil }
      let condition = WaiterModel.Condition(path: path, values: value.map { [$0.value] } ?? [])
      if let index = conditions.firstIndex(where: { $0.member == condition.member }) {
        let isAny = conditions[index].values.isEmpty || condition.values.isEmpty
        conditions[index].values = isAny ? [] : conditions[index].values + condition.values
      } else {
        conditions.append(condition)
      }
    }
    return conditions
  }

  /// Returns the path to a field; `nil` if a step is unknown.
  private mutating func steps(
    _ attribute: XMLAttribute, in type: TypeReference?
  ) -> [WaiterModel.Step]? {
    var type = type
    var steps: [WaiterModel.Step] = []
    for word in attribute.value.split(separator: ".", omittingEmptySubsequences: false) {
      let location = attribute.location(at: word.startIndex)
      if let type, isOpaque(type) || hasOpaqueVariant(type) { return nil }
      guard case .named(let name) = type.map(underlying), let members = members(of: name) else {
        report("'\(word)' is a field of a type that has no fields", at: location)
        return nil
      }
      guard let field = members.first(where: { $0.name == word || $0.swiftName == String(word) })
      else {
        if types[name]?.hasUnknownChildren == true { return nil }
        report(
          "'\(name)' has no field '\(word)'"
            + Suggestion.among(members.map(\.name), for: String(word)), at: location)
        return nil
      }
      let isOptional = steps.last.map { !$0.field.isRequired || $0.field.isNullable } ?? false
      steps.append(.init(field: field, followsOptional: isOptional))
      type = field.type
    }
    return steps
  }

  /// Returns the fields of a struct, or those that all variants of a union share.
  private mutating func members(of name: String) -> [FieldModel]? {
    guard let element = types[name] else { return nil }
    switch element.name {
    case "struct": return fieldModels(of: element)
    case "union": return sharedFields(of: element)
    default: return nil
    }
  }

  private func hasOpaqueVariant(_ type: TypeReference) -> Bool {
    guard case .named(let name) = underlying(type) else { return false }
    let variants = types[name]?.children("variant") ?? []
    return variants.compactMap { $0["type"]?.value }.contains { isOpaque(.named($0)) }
  }

  /// Reports an invalid value of a field; returns `false` if the field cannot have a value.
  private mutating func check(_ value: XMLAttribute, fits step: WaiterModel.Step) -> Bool {
    if isOpaque(step.field.type) { return true }
    let known: [String]
    switch underlying(step.field.type) {
    case .scalar(.bool): known = ["true", "false"]
    case .scalar(.string), .scalar(.int), .scalar(.int64), .scalar(.objectID): return true
    case .named(let name) where types[name]?.name == "enum":
      if types[name]?.hasUnknownChildren == true { return true }
      known = types[name]?.children("case").compactMap { $0["value"]?.value } ?? []
    default:
      report(
        "'\(step.field.name)' is a \(step.field.type), which is not a state; choose a String, a Bool or an enum",
        at: value.location)
      return false
    }
    if !known.contains(value.value) {
      report(
        "'\(step.field.name)' is never '\(value.value)'"
          + Suggestion.among(known, for: value.value), at: value.valueLocation)
    }
    return true
  }
}
