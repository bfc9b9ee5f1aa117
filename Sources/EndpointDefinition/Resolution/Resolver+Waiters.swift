import EndpointModel

extension Resolver {
  /// Returns the models of an endpoint's waiters.
  mutating func waiters(
    of endpoint: EndpointDeclaration, responses: [ResponseModel], isPaginated: Bool
  ) -> [WaiterModel] {
    let declarations = endpoint.waiters
    checkUnique(declarations.map { ($0.name, $0.location) }) {
      "the waiter '\($0)' is declared twice; remove one"
    }
    if isPaginated, let waiter = declarations.first {
      report("a paginated endpoint has no waiters; remove it", at: waiter.location)
      return []
    }
    if let method = endpoint.method?.value, let waiter = declarations.first, !method.isReading {
      report(
        "a waiter polls its endpoint, and a \(method.rawValue) request is not safe to repeat; move it to "
          + "the GET endpoint of the resource", at: waiter.location)
      return []
    }
    // Without a valid response, its fields are unknown.
    guard !responses.isEmpty else { return [] }
    let payloads = Set(responses.map(\.payload))
    if payloads.subtracting([nil]).count > 1, let waiter = declarations.first {
      report(
        "an endpoint with several kinds of content has no waiters; remove it", at: waiter.location)
      return []
    }
    let response = responses.first { $0.payload != nil }
    let optionalStatuses = payloads.count > 1 ? response?.statuses : nil
    return declarations.compactMap {
      waiter($0, payload: response?.payload, optionalStatuses: optionalStatuses)
    }
  }

  /// Returns the model of a waiter; `nil` if a required part is missing.
  ///
  /// - Parameter optionalStatuses: The statuses of the response that has the content, if another one
  ///   has none.
  private mutating func waiter(
    _ declaration: WaiterDeclaration, payload: Payload?, optionalStatuses: [Int]?
  ) -> WaiterModel? {
    if let name = declaration.name, !name.value.isPropertyName {
      report(
        "the waiter's name '\(name.value)' must begin with a lower-case letter and contain only ASCII letters and digits",
        at: name.valueLocation)
    }
    if declaration.success.isEmpty, !declaration.hasUnknownChildren {
      report(
        "the waiter never ends; add <success value=\"…\"/> or <success status=\"404\"/>",
        at: declaration.location)
    }
    if let field = declaration.field, steps(field, in: payload?.jsonType) == nil { return nil }
    let named = declaration.success.filter { $0.names(optionalStatuses ?? []) }
    let others = declaration.success.filter { !$0.names(optionalStatuses ?? []) }
    guard var success = conditions(others, of: declaration, in: payload),
      var failure = conditions(declaration.failure, of: declaration, in: payload)
    else { return nil }
    if optionalStatuses != nil {
      for index in success.indices { success[index].path[0].followsOptional = true }
      for index in failure.indices { failure[index].path[0].followsOptional = true }
    }
    if !named.isEmpty {
      success.append(.init(path: [], values: [], statuses: named.compactMap { $0.status?.value }))
    }
    checkStatuses(others)
    let codes = successCodes(of: declaration.success)
    checkOverlap(declaration)
    guard let name = declaration.name, let interval = declaration.interval,
      let timeout = declaration.timeout
    else { return nil }
    if interval.value < 1 || timeout.value < interval.value {
      report(
        "the interval must be at least one second and at most the timeout",
        at: interval.valueLocation)
    }
    return WaiterModel(
      name: name.value, documentation: documentation(declaration.documentation), success: success,
      successStatuses: others.compactMap { $0.status?.value }, successCodes: codes,
      failure: failure, interval: interval.value, timeout: timeout.value,
      location: declaration.location)
  }

  /// Reports statuses that are not those of errors.
  private mutating func checkStatuses(_ conditions: [ConditionDeclaration]) {
    for status in conditions.compactMap(\.status) where !(400...599).contains(status.value) {
      report(
        "'\(status.value)' is not the status of an error; write a number from 400 to 599, such as 404 "
          + "for a deletion", at: status.valueLocation)
    }
  }

  /// Returns the error codes of a missing resource, each checked by those of the API.
  private mutating func successCodes(of conditions: [ConditionDeclaration]) -> [String] {
    guard conditions.contains(where: { $0.code != nil }) else { return [] }
    let known = files.compactMap(\.errors).flatMap(\.names)
    var codes: [String] = []
    for condition in conditions {
      guard let code = condition.code else { continue }
      guard condition.status != nil else {
        report("'code' needs a status; add status=\"404\"", at: code.location)
        continue
      }
      for (word, location) in code.value.words {
        if isComplete, !known.contains(word) {
          report(
            "no <error-code> declares '\(word)'; add one"
              + Suggestion.among(known, for: word), at: location)
        } else if codes.contains(word) {
          report("'\(word)' appears twice; remove one", at: location)
        }
        codes.append(word)
      }
    }
    return codes
  }

  /// Reports values that are both a success and a failure.
  private mutating func checkOverlap(_ waiter: WaiterDeclaration) {
    for failure in waiter.failure {
      guard let value = failure.value else { continue }
      let isSuccess = waiter.success.contains {
        $0.value?.value == value.value
          && ($0.field ?? waiter.field)?.value == (failure.field ?? waiter.field)?.value
      }
      guard isSuccess else { continue }
      report(
        "'\(value.value)' is both a success and a failure; remove it from one of them",
        at: value.valueLocation)
    }
  }

  /// Returns the conditions on fields, those on the same field merged; `nil` if a field is unknown.
  private mutating func conditions(
    _ declarations: [ConditionDeclaration], of waiter: WaiterDeclaration, in payload: Payload?
  ) -> [WaiterModel.Condition]? {
    var conditions: [WaiterModel.Condition] = []
    for declaration in declarations where declaration.value != nil || declaration.status == nil {
      guard let field = declaration.field ?? waiter.field else {
        report(
          declaration.value == nil
            ? "\(declaration.label) says nothing; add field=\"…\", value=\"…\" or both"
            : "no field has this value; add field=\"…\" here or on the <waiter>",
          at: declaration.value?.location ?? declaration.location)
        return nil
      }
      guard let path = steps(field, in: payload?.jsonType), let last = path.last else {
        return nil
      }
      let value = declaration.value
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
    _ field: Located<String>, in type: TypeReference?
  ) -> [WaiterModel.Step]? {
    var type = type
    var steps: [WaiterModel.Step] = []
    for word in field.value.split(separator: ".", omittingEmptySubsequences: false) {
      let location = field.attribute.location(at: word.startIndex)
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
  private func members(of name: String) -> [FieldModel]? {
    switch types[name] {
    case .structure(let structure): fieldModels(of: structure)
    case .union(let union): sharedFields(of: union)
    case .enumeration, .alias, nil: nil
    }
  }

  private func hasOpaqueVariant(_ type: TypeReference) -> Bool {
    guard case .named(let name) = underlying(type), case .union(let union) = types[name] else {
      return false
    }
    return union.variants.compactMap(\.typeName).contains { isOpaque(.named($0.text)) }
  }

  /// Reports an invalid value of a field; returns `false` if the field cannot have a value.
  private mutating func check(_ value: Located<String>, fits step: WaiterModel.Step) -> Bool {
    if isOpaque(step.field.type) { return true }
    let known: [String]
    switch underlying(step.field.type) {
    case .scalar(.bool): known = ["true", "false"]
    case .scalar(.string), .scalar(.int), .scalar(.int64), .scalar(.objectID): return true
    case .named(let name) where enumeration(name) != nil:
      if types[name]?.hasUnknownChildren == true { return true }
      known = enumeration(name)?.values ?? []
    default:
      report(
        "'\(step.field.name)' is a \(step.field.type), which is not a state; choose a String, an integer, an ObjectID, a Bool or an enum",
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

extension ConditionDeclaration {
  /// Whether the condition is only one of some statuses.
  fileprivate func names(_ statuses: [Int]) -> Bool {
    guard let status = status?.value, field == nil, value == nil, code == nil else { return false }
    return statuses.contains(status)
  }
}
