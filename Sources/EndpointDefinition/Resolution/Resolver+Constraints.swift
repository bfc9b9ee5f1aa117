import EndpointModel

extension Resolver {
  /// Returns the constraints of a parameter or a field.
  mutating func constraints(
    _ declaration: ConstraintsDeclaration, of type: TypeReference
  ) -> ParameterConstraints {
    checkKind(of: declaration, type: type)
    check(declaration.minLength, isAtMost: declaration.maxLength, "length")
    check(declaration.minItems, isAtMost: declaration.maxItems, "number of items")
    if let pattern = declaration.pattern {
      do { _ = try Regex(pattern.value) } catch {
        report("the pattern is not a regular expression: \(error)", at: pattern.valueLocation)
      }
    }
    if let minimum = declaration.minimum, let maximum = declaration.maximum,
      minimum.value > maximum.value
    {
      report(
        "the minimum is greater than the maximum \(maximum.attribute.value)",
        at: minimum.valueLocation)
    }
    return ParameterConstraints(
      pattern: declaration.pattern?.value, minimum: declaration.minimum?.value,
      maximum: declaration.maximum?.value, minLength: declaration.minLength?.value,
      maxLength: declaration.maxLength?.value, minItems: declaration.minItems?.value,
      maxItems: declaration.maxItems?.value,
      uniqueItems: declaration.uniqueItems?.value == true,
      values: declaration.values?.value.texts ?? [])
  }

  private mutating func check(
    _ minimum: Located<Int>?, isAtMost maximum: Located<Int>?, _ measure: String
  ) {
    guard let minimum else { return }
    if let maximum, minimum.value > maximum.value {
      report(
        "the minimum \(measure) is greater than the maximum \(measure) \(maximum.value)",
        at: minimum.valueLocation)
    } else if minimum.value < 0 {
      report("a \(measure) cannot be negative; write 0 or more", at: minimum.valueLocation)
    }
  }

  /// Reports constraints that do not apply to a type.
  private mutating func checkKind(of declaration: ConstraintsDeclaration, type: TypeReference) {
    if isOpaque(type) { return }
    var base = underlying(type)
    var isList = false
    if case .list(let item) = base { (base, isList) = (underlying(item), true) }
    let (isNumber, isText) =
      switch base {
      case .scalar(.int), .scalar(.int64), .scalar(.double), .scalar(.decimal), .scalar(.duration):
        (true, false)
      case .scalar(.string), .scalar(.url), .scalar(.objectID), .named: (false, true)
      default: (false, false)
      }
    for bound in [declaration.minimum, declaration.maximum] {
      guard let bound, !isNumber else { continue }
      report("only numbers have a \(bound.attribute.name); remove it", at: bound.location)
    }
    let forStrings = [
      declaration.pattern?.attribute, declaration.minLength?.attribute,
      declaration.maxLength?.attribute,
    ]
    for attribute in forStrings {
      guard let attribute, !isText else { continue }
      report("only strings have a \(attribute.name); remove it", at: attribute.location)
    }
    let forLists = [
      declaration.minItems?.attribute, declaration.maxItems?.attribute,
      declaration.uniqueItems?.attribute,
    ]
    for attribute in forLists {
      guard let attribute, !isList else { continue }
      report("only lists have \(attribute.name); remove it", at: attribute.location)
    }
  }
}
