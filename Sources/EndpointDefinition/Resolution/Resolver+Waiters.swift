extension Resolver {
  /// The models of an endpoint's waiters.
  mutating func waiters(
    of element: XMLElement, responses: [ResponseModel], isPaginated: Bool
  ) -> [WaiterModel] {
    let elements = element.children("waiter")
    checkUnique(elements, by: "name") { "the waiter '\($0)' is declared twice; remove one" }
    if isPaginated, let waiter = elements.first {
      report("a paginated endpoint has no waiters; remove it", at: waiter.location)
      return []
    }
    // Without an answer that could be read there is no telling what it has.
    guard !responses.isEmpty else { return [] }
    return elements.compactMap { waiter($0, payload: responses.first?.payload) }
  }

  private mutating func waiter(_ element: XMLElement, payload: PayloadModel?) -> WaiterModel? {
    if let name = element["name"], name.value.wholeMatch(of: /[a-z][A-Za-z0-9]*/) == nil {
      report(
        "the waiter's name '\(name.value)' must begin with a lower-case letter and have only letters and digits of ASCII",
        at: name.valueLocation)
    }
    let (done, failed) = (element.children("done"), element.children("failed"))
    if done.isEmpty {
      report(
        "the waiter never ends; add <done value=\"…\"/> or <done status=\"404\"/>",
        at: element.location)
    }
    var path: [WaiterModel.Step] = []
    if let field = element["field"] {
      guard let steps = steps(field, in: payload?.jsonType) else { return nil }
      path = steps
      if let last = steps.last { check((done + failed).compactMap { $0["value"] }, fit: last) }
    } else if let value = (done + failed).lazy.compactMap({ $0["value"] }).first {
      report(
        "no member has this value; name it with field=\"…\" on the <waiter>", at: value.location)
    }
    guard let name = element["name"], let interval = element["interval"].flatMap({ Int($0.value) }),
      let timeout = element["timeout"].flatMap({ Int($0.value) })
    else { return nil }
    if interval < 1 || timeout < interval {
      report(
        "the interval is at least a second and not longer than the timeout",
        at: element["interval"]?.valueLocation ?? element.location)
    }
    return WaiterModel(
      name: name.value, documentation: documentation(of: element), path: path,
      doneValues: done.compactMap { $0["value"]?.value },
      doneStatuses: done.compactMap { $0["status"].flatMap { Int($0.value) } },
      failedValues: failed.compactMap { $0["value"]?.value }, interval: interval,
      timeout: timeout, location: element.location)
  }

  /// The members on the way to a state, unless one of them is unknown.
  private mutating func steps(
    _ attribute: XMLAttribute, in type: TypeReference?
  ) -> [WaiterModel.Step]? {
    var type = type
    var steps: [WaiterModel.Step] = []
    for word in attribute.value.split(separator: ".", omittingEmptySubsequences: false) {
      let place = attribute.location(at: word.startIndex)
      guard case .named(let name) = type.map(underlying), let element = types[name],
        element.name == "struct"
      else {
        report("'\(word)' is looked for in what has no members", at: place)
        return nil
      }
      let members = fields(of: element)
      guard let member = members.first(where: { $0["name"]?.value == String(word) }),
        let memberType = typeReference(of: member)
      else {
        let names = members.compactMap { $0["name"]?.value }
        report(
          "'\(name)' has no field '\(word)'" + Suggestion.among(names, for: String(word)), at: place
        )
        return nil
      }
      let field = FieldModel(
        name: String(word), swiftName: member["swift-name"]?.value, type: memberType,
        isRequired: member.flag("required"), isNullable: member.flag("nullable"),
        location: member.location)
      let isOptional = steps.last.map { !$0.field.isRequired || $0.field.isNullable } ?? false
      steps.append(.init(field: field, followsOptional: isOptional))
      type = memberType
    }
    return steps
  }

  /// Reports values that a state cannot have.
  private mutating func check(_ values: [XMLAttribute], fit step: WaiterModel.Step) {
    let known: [String]
    switch underlying(step.field.type) {
    case .scalar(.bool): known = ["true", "false"]
    case .scalar(.string), .scalar(.int), .scalar(.int64), .scalar(.objectID): return
    case .named(let name) where types[name]?.name == "enum":
      known = types[name]?.children("case").compactMap { $0["value"]?.value } ?? []
    default:
      return values.prefix(1).forEach {
        report(
          "'\(step.field.name)' is a \(step.field.type), which tells no state; choose a String, a Bool or an enum",
          at: $0.location)
      }
    }
    for value in values where !known.contains(value.value) {
      report(
        "'\(step.field.name)' is never '\(value.value)'"
          + Suggestion.among(known, for: value.value),
        at: value.valueLocation)
    }
  }
}
