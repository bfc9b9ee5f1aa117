import EndpointRuntime

/// Evaluates queries in a document.
struct Evaluation {
  /// The document.
  let root: JSON

  /// Returns the values that a query selects, in order.
  func values(of query: PathQuery, at current: JSON) -> [JSON] {
    var values = [query.isRelative ? current : root]
    for segment in query.segments {
      values = values.flatMap { value in
        let visited = segment.isDescendant ? value.withDescendants : [value]
        return visited.flatMap { value in segment.selectors.flatMap { select($0, in: value) } }
      }
    }
    return values
  }

  private func select(_ selector: Selector, in value: JSON) -> [JSON] {
    switch selector {
    case .name(let name): value[name].map { [$0] } ?? []
    case .wildcard: value.children
    case .index(let index): value.element(at: index).map { [$0] } ?? []
    case .slice(let slice):
      value.array.map { elements in slice.indexes(count: elements.count).map { elements[$0] } }
        ?? []
    case .filter(let condition): value.children.filter { isTrue(condition, at: $0) }
    }
  }

  private func isTrue(_ condition: Condition, at current: JSON) -> Bool {
    switch condition {
    case .or(let alternatives): alternatives.contains { isTrue($0, at: current) }
    case .and(let parts): parts.allSatisfy { isTrue($0, at: current) }
    case .not(let condition): !isTrue(condition, at: current)
    case .comparison(let left, let comparison, let right):
      comparison.isTrue(operand(left, at: current), operand(right, at: current))
    case .exists(let query): !values(of: query, at: current).isEmpty
    case .match(let text, let pattern, let isWhole):
      match(operand(text, at: current), operand(pattern, at: current), isWhole: isWhole)
    }
  }

  /// Returns the value of an operand; `nil` if it has none.
  private func operand(_ operand: Operand, at current: JSON) -> JSON? {
    switch operand {
    case .literal(let value): value
    case .query(let query): values(of: query, at: current).first
    case .length(let operand): self.operand(operand, at: current)?.length
    case .count(let query): .integer(Int64(values(of: query, at: current).count))
    case .value(let query):
      switch values(of: query, at: current) {
      case let values where values.count == 1: values[0]
      default: nil
      }
    }
  }

  private func match(_ text: JSON?, _ pattern: JSON?, isWhole: Bool) -> Bool {
    guard let text = text?.string, let pattern = pattern?.string,
      let expression = InteroperableRegex(pattern)
    else { return false }
    return isWhole ? expression.isWholeMatch(text) : expression.isContained(in: text)
  }
}

extension JSON {
  /// The elements of an array, or the members' values of an object in the order of their names.
  var children: [JSON] {
    switch self {
    case .array(let elements): elements
    case .object(let members): members.sorted { $0.key < $1.key }.map(\.value)
    default: []
    }
  }

  /// The value and all values in it, each before its children.
  var withDescendants: [JSON] { [self] + children.flatMap(\.withDescendants) }

  /// Returns the element at an index, which counts from the end if it is negative.
  fileprivate func element(at index: Int) -> JSON? {
    guard let elements = array else { return nil }
    let index = index < 0 ? elements.count + index : index
    guard elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The number of characters, elements, or members; `nil` for other values.
  fileprivate var length: JSON? {
    switch self {
    case .string(let text): .integer(Int64(text.unicodeScalars.count))
    case .array(let elements): .integer(Int64(elements.count))
    case .object(let members): .integer(Int64(members.count))
    default: nil
    }
  }
}
