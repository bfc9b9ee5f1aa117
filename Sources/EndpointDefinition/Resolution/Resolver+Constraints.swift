import EndpointModel

extension Resolver {
  /// Returns the constraints of a parameter.
  mutating func constraints(of element: XMLElement, type: TypeReference) -> ParameterConstraints {
    let constraints = ParameterConstraints(
      pattern: element["pattern"]?.value, minimum: element["minimum"].flatMap { Double($0.value) },
      maximum: element["maximum"].flatMap { Double($0.value) },
      minLength: element["min-length"].flatMap { Int($0.value) },
      maxLength: element["max-length"].flatMap { Int($0.value) },
      values: element["values"]?.value.split(whereSeparator: \.isWhitespace).map(String.init) ?? [])
    checkKind(of: element, type: type)
    if let pattern = element["pattern"] {
      do { _ = try Regex(pattern.value) } catch {
        report("the pattern is not a regular expression: \(error)", at: pattern.valueLocation)
      }
    }
    if let minimum = element["minimum"], let least = constraints.minimum,
      let greatest = constraints.maximum, least > greatest
    {
      report(
        "the minimum is greater than the maximum \(element["maximum"]?.value ?? "")",
        at: minimum.valueLocation)
    }
    if let minimum = element["min-length"], let least = constraints.minLength {
      if let greatest = constraints.maxLength, least > greatest {
        report(
          "the minimum length is greater than the maximum length \(greatest)",
          at: minimum.valueLocation)
      } else if least < 0 {
        report("a length cannot be negative; write 0 or more", at: minimum.valueLocation)
      }
    }
    return constraints
  }

  /// Reports constraints that do not apply to a type.
  private mutating func checkKind(of element: XMLElement, type: TypeReference) {
    if isOpaque(type) { return }
    var base = underlying(type)
    if case .list(let item) = base { base = underlying(item) }
    let (isNumber, isText) =
      switch base {
      case .scalar(.int), .scalar(.int64), .scalar(.double), .scalar(.decimal), .scalar(.duration):
        (true, false)
      case .scalar(.string), .scalar(.url), .scalar(.objectID), .named: (false, true)
      default: (false, false)
      }
    for name in ["minimum", "maximum"] {
      if let attribute = element[name], !isNumber {
        report("only numbers have a \(name); remove it", at: attribute.location)
      }
    }
    for name in ["pattern", "min-length", "max-length"] {
      if let attribute = element[name], !isText {
        report("only strings have a \(name); remove it", at: attribute.location)
      }
    }
  }
}
