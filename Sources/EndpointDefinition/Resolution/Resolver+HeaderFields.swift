import EndpointModel

extension Resolver {
  /// Returns the models of a response's header fields.
  mutating func headerFields(_ declarations: [HeaderFieldDeclaration]) -> [HeaderFieldModel] {
    declarations.compactMap { headerField($0) }
  }

  /// Reports header fields that an endpoint declares twice.
  mutating func checkHeaderFields(of responses: [ResponseModel]) {
    var first: [String: SourceLocation] = [:]
    for field in responses.flatMap(\.headerFields) {
      if let other = first[field.name.lowercased()] {
        report(
          "the endpoint declares the header field '\(field.name)' twice; remove one",
          at: field.location, notes: [Diagnostic(.note, "the first one is here", at: other)])
      }
      first[field.name.lowercased()] = field.location
    }
  }

  private mutating func headerField(_ declaration: HeaderFieldDeclaration) -> HeaderFieldModel? {
    check(swiftName: declaration.swiftName)
    guard let name = declaration.name, let expression = declaration.type else { return nil }
    checkHeaderName(name)
    let type = reference(expression.value)
    if !canBeHeaderField(type) {
      report(
        "a header field cannot be \(type); choose a scalar or an enum",
        at: expression.valueLocation)
    }
    return HeaderFieldModel(
      name: name.value, swiftName: declaration.swiftName?.value, type: type,
      unit: unit(declaration.unit, of: expression, type: type, location: declaration.location),
      documentation: documentation(declaration.documentation), location: declaration.location)
  }

  private func canBeHeaderField(_ type: TypeReference) -> Bool {
    switch underlying(type) {
    case .scalar(.json), .scalar(.data), .list, .map: false
    case .scalar: true
    case .named(let name): types[name] == nil || enumeration(name) != nil
    }
  }
}
