import EndpointRuntime

/// A body can have another type than the response: values are kept if they have the shape of the
/// response example, which replaces other values.
extension [String: JSON] {
  /// Returns fields in the shape of an example. Missing ones have their old values, or those of the
  /// example.
  func fitted(to example: [String: JSON], over old: [String: JSON]? = nil) -> [String: JSON] {
    var result = old ?? example
    for (name, value) in self {
      result[name] = example[name].map { value.fitted(to: $0, over: old?[name]) } ?? value
    }
    return result
  }
}

extension JSON {
  /// Returns a value in the shape of an example.
  ///
  /// An empty object is an example of anything, and any value can be null.
  fileprivate func fitted(to example: JSON, over old: JSON? = nil) -> JSON {
    switch (self, example) {
    case (.null, _), (_, [:]):
      self
    case (.object(let members), .object(let others)):
      if let value = JSON.valueOfMap(others) {
        .object(members.mapValues { $0.fitted(to: value) })
      } else {
        .object(members.fitted(to: others, over: old?.object))
      }
    case (.array(let elements), .array(let others)):
      if let first = others.first, elements.contains(where: { !$0.isOfSameKind(as: first) }) {
        old ?? example
      } else {
        .array(elements.map { element in others.first.map { element.fitted(to: $0) } ?? element })
      }
    default: isOfSameKind(as: example) ? self : old ?? example
    }
  }

  /// The value in a generated example of a map, whose one key is `key`.
  private static func valueOfMap(_ members: [String: JSON]) -> JSON? {
    members.count == 1 ? members["key"] : nil
  }

  private func isOfSameKind(as other: JSON) -> Bool {
    switch (self, other) {
    case (.object, .object), (.array, .array), (.string, .string), (.bool, .bool): true
    case (.object, _), (.array, _), (.string, _), (.bool, _), (.null, _): false
    case (_, .object), (_, .array), (_, .string), (_, .bool), (_, .null): false
    default: true
    }
  }
}
