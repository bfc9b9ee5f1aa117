import Foundation

/// A type of an API: a value that comes and goes as JSON.
///
/// Two values are equal if their JSON is. That is slower than comparing member by member, but an
/// `==` and a `hash(into:)` in each of hundreds of types would be a third of what the compiler has to
/// do for a module.
public protocol JSONModel: Codable, Hashable, Sendable {}

extension JSONModel {
  /// Whether two values have the same JSON; those that have none, such as those with NaN, differ.
  public static func == (a: Self, b: Self) -> Bool {
    guard let a = try? JSONCoding.encoder().encode(a), let b = try? JSONCoding.encoder().encode(b)
    else { return false }
    return a == b
  }

  /// Feeds the value's JSON to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(try? JSONCoding.encoder().encode(self))
  }
}
