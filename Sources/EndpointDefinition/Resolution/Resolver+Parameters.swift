extension Resolver {
  /// The model of a parameter, unless what it cannot do without is missing.
  mutating func resolve(
    parameter element: XMLElement, in place: ParameterModel.Place
  ) -> ParameterModel? {
    check(swiftNameOf: element)
    guard let name = element["name"], let type = typeReference(of: element) else { return nil }
    checkFitness(of: type, named: element["type"])
    let isRequired = place == .path || element.flag("required")
    if let value = element["default"] {
      if isRequired {
        report(
          "a required parameter needs no default; remove one of the two", at: value.location)
      }
      check(default: value, fits: type)
    }
    return ParameterModel(
      place: place, name: name.value, swiftName: element["swift-name"]?.value, type: type,
      isRequired: isRequired, defaultValue: element["default"]?.value,
      documentation: documentation(of: element))
  }

  /// Reports types that have no form in a path or a query.
  private mutating func checkFitness(of type: TypeReference, named attribute: XMLAttribute?) {
    guard let attribute else { return }
    switch type {
    case .scalar(.json):
      report(
        "a parameter cannot be JSON; choose another scalar or an enum", at: attribute.valueLocation)
    case .scalar: return
    case .list(let element), .map(let element): checkFitness(of: element, named: attribute)
    case .named(let name):
      guard let declaration = types[name], declaration.name != "enum" else { return }
      report(
        "a parameter cannot be the \(declaration.name) '\(name)'; choose a scalar or an enum",
        at: attribute.valueLocation)
    }
  }

  private mutating func check(default value: XMLAttribute, fits type: TypeReference) {
    let problem: String?
    switch type {
    case .scalar(.bool):
      problem = ["true", "false"].contains(value.value) ? nil : "write 'true' or 'false'"
    case .scalar(.int), .scalar(.int64):
      problem = Int64(value.value) != nil ? nil : "write a whole number"
    case .scalar(.double): problem = Double(value.value) != nil ? nil : "write a number"
    case .named(let name):
      let known = types[name]?.children("case").compactMap { $0["value"]?.value } ?? []
      problem =
        known.isEmpty || known.contains(value.value)
        ? nil : "write one of its cases" + Suggestion.among(known, for: value.value)
    default: problem = nil
    }
    if let problem {
      report("the default '\(value.value)' is no \(type): \(problem)", at: value.valueLocation)
    }
  }
}
