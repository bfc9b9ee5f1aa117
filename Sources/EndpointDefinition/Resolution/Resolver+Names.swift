extension Resolver {
  /// Reports a name that cannot name a type in Swift.
  mutating func check(typeName attribute: XMLAttribute, of kind: String) {
    guard attribute.value.wholeMatch(of: /[A-Z][A-Za-z0-9]*/) == nil else { return }
    report(
      "the \(kind)'s name '\(attribute.value)' must begin with a capital and have only letters and digits of ASCII",
      at: attribute.valueLocation)
  }

  /// Reports an override that cannot name a property or a case in Swift.
  mutating func check(swiftNameOf element: XMLElement) {
    guard let name = element["swift-name"],
      name.value == "self" || name.value.wholeMatch(of: /[a-z][A-Za-z0-9]*/) == nil
    else { return }
    report(
      "'\(name.value)' is no name for Swift: begin with a lower-case letter and use only letters and digits of ASCII",
      at: name.valueLocation)
  }

  /// Reports elements that say the same in an attribute.
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
