import EndpointRuntime
import Foundation

extension Comparison {
  /// Compares two values; `nil` is the value of a query that selects nothing.
  func isTrue(_ left: JSON?, _ right: JSON?) -> Bool {
    switch self {
    case .equal: Self.areEqual(left, right)
    case .notEqual: !Self.areEqual(left, right)
    case .less: Self.isLess(left, right)
    case .greater: Self.isLess(right, left)
    case .lessOrEqual: Self.isLess(left, right) || Self.areEqual(left, right)
    case .greaterOrEqual: Self.isLess(right, left) || Self.areEqual(left, right)
    }
  }

  private static func areEqual(_ left: JSON?, _ right: JSON?) -> Bool {
    switch (left, right) {
    case (nil, nil): return true
    case (.array(let a), .array(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { areEqual($0, $1) }
    case (.object(let a), .object(let b)):
      return a.count == b.count
        && a.allSatisfy { b[$0.key] != nil && areEqual($0.value, b[$0.key]) }
    case (.string(let a), .string(let b)):
      // The scalars count: canonically equivalent strings are not equal.
      return a.unicodeScalars.elementsEqual(b.unicodeScalars)
    case (let a?, let b?): return order(a, b).map { $0 == .orderedSame } ?? (a == b)
    case (nil, _?), (_?, nil): return false
    }
  }

  private static func isLess(_ left: JSON?, _ right: JSON?) -> Bool {
    if case .string(let a) = left, case .string(let b) = right {
      return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
    }
    guard let left, let right else { return false }
    return order(left, right) == .orderedAscending
  }

  /// Returns the order of two numbers; `nil` for other values.
  private static func order(_ left: JSON, _ right: JSON) -> ComparisonResult? {
    if let a = left.exact, let b = right.exact {
      return a < b ? .orderedAscending : a > b ? .orderedDescending : .orderedSame
    }
    guard let a = left.double, let b = right.double else { return nil }
    return a < b ? .orderedAscending : a > b ? .orderedDescending : .orderedSame
  }
}

extension JSON {
  /// The exact number; `nil` for other values and numbers out of the range of decimals.
  fileprivate var exact: Decimal? {
    switch self {
    case .integer(let value): Decimal(value)
    case .decimal(let value): value
    default: nil
    }
  }
}
