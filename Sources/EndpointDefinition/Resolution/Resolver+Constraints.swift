import EndpointModel

extension Resolver {
  /// Returns the constraints of a parameter.
  mutating func constraints(
    of parameter: ParameterDeclaration, type: TypeReference
  ) -> ParameterConstraints {
    checkKind(of: parameter, type: type)
    if let pattern = parameter.pattern {
      do { _ = try Regex(pattern.value) } catch {
        report("the pattern is not a regular expression: \(error)", at: pattern.valueLocation)
      }
    }
    if let minimum = parameter.minimum, let maximum = parameter.maximum,
      minimum.value > maximum.value
    {
      report(
        "the minimum is greater than the maximum \(maximum.attribute.value)",
        at: minimum.valueLocation)
    }
    if let minimum = parameter.minLength {
      if let maximum = parameter.maxLength, minimum.value > maximum.value {
        report(
          "the minimum length is greater than the maximum length \(maximum.value)",
          at: minimum.valueLocation)
      } else if minimum.value < 0 {
        report("a length cannot be negative; write 0 or more", at: minimum.valueLocation)
      }
    }
    return ParameterConstraints(
      pattern: parameter.pattern?.value, minimum: parameter.minimum?.value,
      maximum: parameter.maximum?.value, minLength: parameter.minLength?.value,
      maxLength: parameter.maxLength?.value, values: parameter.values?.value.texts ?? [])
  }

  /// Reports constraints that do not apply to a type.
  private mutating func checkKind(of parameter: ParameterDeclaration, type: TypeReference) {
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
    for bound in [parameter.minimum, parameter.maximum] {
      guard let bound, !isNumber else { continue }
      report("only numbers have a \(bound.attribute.name); remove it", at: bound.location)
    }
    let forStrings = [
      parameter.pattern?.attribute, parameter.minLength?.attribute, parameter.maxLength?.attribute,
    ]
    for attribute in forStrings {
      guard let attribute, !isText else { continue }
      report("only strings have a \(attribute.name); remove it", at: attribute.location)
    }
  }
}
