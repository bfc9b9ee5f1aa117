extension Resolver {
  /// Reports a name that is not valid for a type in Swift.
  mutating func check(typeName attribute: XMLAttribute, of kind: String) {
    if let problem = problem(withTypeName: attribute, of: kind) { diagnostics.append(problem) }
  }

  /// Returns the problem with a name for a type in Swift; `nil` if it is valid.
  func problem(withTypeName attribute: XMLAttribute, of kind: String) -> Diagnostic? {
    guard !attribute.value.isTypeName else { return nil }
    return Diagnostic(
      .error,
      "the \(kind)'s name '\(attribute.value)' must begin with a capital and contain only ASCII letters and digits",
      at: attribute.valueLocation)
  }

  /// Reports an override that is not a valid name of a property or a case in Swift.
  mutating func check(swiftNameOf element: XMLElement) {
    guard let name = element["swift-name"],
      name.value == "self" || !name.value.isPropertyName
    else { return }
    report(
      "'\(name.value)' is not a valid name in Swift; begin with a lower-case letter and use only ASCII letters and digits",
      at: name.valueLocation)
  }

  /// Reports elements with the same value of an attribute.
  mutating func checkUnique(
    _ elements: [XMLElement], by name: String, _ message: (String) -> String
  ) {
    var first: [String: XMLElement] = [:]
    for element in elements {
      guard let attribute = element[name] else { continue }
      if let other = first[attribute.value] {
        report(
          message(attribute.value), at: attribute.valueLocation,
          notes: [Diagnostic(.note, "the first one is here", at: other.location)])
      } else {
        first[attribute.value] = element
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
