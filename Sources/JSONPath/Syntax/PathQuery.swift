import EndpointRuntime

/// A query: segments that are applied one after the other.
struct PathQuery: Sendable {
  /// Whether the query begins at the current value of a filter (`@`) and not at the root (`$`).
  var isRelative: Bool
  var segments: [Segment]

  /// Whether the query selects at most one value.
  var isSingular: Bool { segments.allSatisfy(\.isSingular) }
}

/// A part of a query that selects children or descendants of each value.
struct Segment: Sendable {
  var isDescendant: Bool
  var selectors: [Selector]

  var isSingular: Bool {
    guard !isDescendant, selectors.count == 1 else { return false }
    switch selectors[0] {
    case .name, .index: return true
    case .wildcard, .slice, .filter: return false
    }
  }
}

/// Selects children of a value.
enum Selector: Sendable {
  case name(String)
  case wildcard
  case index(Int)
  case slice(Slice)
  case filter(Condition)
}

/// A part of an array, `start:end:step`.
struct Slice: Sendable {
  var start: Int?
  var end: Int?
  var step: Int?

  /// Returns the indexes of an array in order.
  func indexes(count: Int) -> [Int] {
    let step = step ?? 1
    func normalized(_ index: Int) -> Int { index >= 0 ? index : count + index }
    if step > 0 {
      let lower = min(max(normalized(start ?? 0), 0), count)
      let upper = min(max(normalized(end ?? count), 0), count)
      return Array(stride(from: lower, to: upper, by: step))
    }
    guard step < 0 else { return [] }
    let upper = min(max(start.map(normalized) ?? count - 1, -1), count - 1)
    let lower = min(max(end.map(normalized) ?? -1, -1), count - 1)
    return Array(stride(from: upper, to: lower, by: step))
  }
}
