import EndpointModel

extension Resolver {
  /// Records all declared endpoints and types, so that files can refer to each other.
  mutating func declareNames() {
    var first: [String: SourceLocation] = [:]
    for file in files {
      for endpoint in file.endpoints?.endpoints ?? [] {
        guard let name = endpoint.name else { continue }
        if let problem = problem(withName: name, after: first[name.value]) {
          diagnostics.append(problem)
          hasMisnamedEndpoint = true
        }
        first[name.value] = first[name.value] ?? endpoint.location
        endpointNames.insert(name.value)
      }
      for type in file.types {
        guard let name = type.name else { continue }
        let problem =
          problem(withName: name, after: first[name.value])
          ?? problem(withTypeName: name, of: type.kind)
        if let problem {
          diagnostics.append(problem)
          misnamedTypes.append(name.value)
        }
        first[name.value] = first[name.value] ?? type.location
        declare(type, as: name.value)
      }
    }
    for name in ambiguousTypes { types[name] = nil }
  }

  private func problem(withName name: Located<String>, after other: SourceLocation?) -> Diagnostic?
  {
    if ScalarType(rawValue: name.value) != nil {
      return Diagnostic(
        .error, "'\(name.value)' is a type of the language itself; choose another name",
        at: name.valueLocation)
    }
    return other.map {
      Diagnostic(
        .error, "the name '\(name.value)' is declared twice; rename one or remove it",
        at: name.valueLocation, notes: [Diagnostic(.note, "the first one is here", at: $0)])
    }
  }

  private mutating func declare(_ type: TypeDeclaration, as name: String) {
    if types[name] != nil || ScalarType(rawValue: name) != nil { ambiguousTypes.insert(name) }
    types[name] = type
  }

  /// Removes reports of unknown names that an invalid type name explains.
  mutating func removeConsequencesOfMisnaming() {
    guard Set(unknownTypes.values).count <= misnamedTypes.count else { return }
    diagnostics.removeAll { unknownTypes[$0] != nil }
  }

  /// Reports an unknown type.
  mutating func reportUnknown(_ kind: String, _ name: TypeName, known: some Sequence<String>) {
    guard isComplete else { return }
    let meant =
      ScalarType(otherName: name.text)?.rawValue
      ?? Suggestion.closest(to: name.text, among: known)
    if let meant { usedTypes.insert(meant) }
    report(
      "unknown \(kind) '\(name.text)'" + (meant.map { "; did you mean '\($0)'?" } ?? ""),
      at: name.location)
    if let last = diagnostics.last { unknownTypes[last] = name.text }
  }

  /// Reports a name that is not valid for a type in Swift.
  mutating func check(typeName name: Located<String>, of kind: String) {
    if let problem = problem(withTypeName: name, of: kind) { diagnostics.append(problem) }
  }

  private func problem(withTypeName name: Located<String>, of kind: String) -> Diagnostic? {
    guard !name.value.isTypeName else { return nil }
    return Diagnostic(
      .error,
      "the \(kind)'s name '\(name.value)' must begin with a capital and contain only ASCII letters and digits",
      at: name.valueLocation)
  }

  /// Reports an override that is not a valid name of a property or a case in Swift.
  mutating func check(swiftName name: Located<String>?) {
    guard let name, name.value == "self" || !name.value.isPropertyName else { return }
    report(
      "'\(name.value)' is not a valid name in Swift; begin with a lower-case letter and use only ASCII letters and digits",
      at: name.valueLocation)
  }

  /// Reports declarations with the same value of an attribute.
  ///
  /// - Parameter values: The values, each with the location of its declaration.
  mutating func checkUnique<Value: Hashable>(
    _ values: [(value: Located<Value>?, location: SourceLocation)], _ message: (Value) -> String
  ) {
    var first: [Value: SourceLocation] = [:]
    for (value, location) in values {
      guard let value else { continue }
      if let other = first[value.value] {
        report(
          message(value.value), at: value.valueLocation,
          notes: [Diagnostic(.note, "the first one is here", at: other)])
      } else {
        first[value.value] = location
      }
    }
  }
}

extension String {
  /// Whether the name is valid for a type: a capital letter followed by ASCII letters and digits.
  var isTypeName: Bool { isName(beginningWith: UInt8(ascii: "A")...UInt8(ascii: "Z")) }

  /// Whether the name is valid for a property: a lower-case letter followed by ASCII letters and
  /// digits.
  var isPropertyName: Bool { isName(beginningWith: UInt8(ascii: "a")...UInt8(ascii: "z")) }

  private func isName(beginningWith letters: ClosedRange<UInt8>) -> Bool {
    guard let first = utf8.first, letters.contains(first) else { return false }
    return utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
  }
}
