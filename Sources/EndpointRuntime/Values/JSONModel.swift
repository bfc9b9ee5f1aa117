import Foundation

/// A type of an API: a value that comes and goes as JSON.
///
/// Two values are equal if their JSON is. That is slower than comparing member by member, but an
/// `==` and a `hash(into:)` in each of hundreds of types would be a third of what the compiler has to
/// do for a module.
public protocol JSONModel: Codable, CustomDebugStringConvertible, Hashable, Sendable {}

extension JSONModel {
  /// Whether two values have the same JSON; those that have none, such as those with NaN, differ.
  public static func == (a: Self, b: Self) -> Bool {
    guard let a = try? JSONCoding.encoder().encode(a), let b = try? JSONCoding.encoder().encode(b)
    else { return false }
    return a == b
  }

  /// The type and the properties that are not `nil`; those whose names suggest a secret are left out.
  public var debugDescription: String {
    let properties = Mirror(reflecting: self).children.compactMap { child -> String? in
      guard let name = child.label else { return nil }
      if let optional = child.value as? any OptionalProperty, optional.isNil { return nil }
      let words = ["password", "secret", "token", "credential", "key", "webhook"]
      if words.contains(where: name.lowercased().contains), !name.hasSuffix("ID") {
        return "\(name): <redacted>"
      }
      return "\(name): \((child.value as? any OptionalProperty)?.wrapped ?? child.value)"
    }
    return "\(Self.self)(\(properties.joined(separator: ", ")))"
  }

  /// Feeds the value's JSON to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(try? JSONCoding.encoder().encode(self))
  }
}

/// A property that can be `nil`.
private protocol OptionalProperty {
  var isNil: Bool { get }
  var wrapped: Any? { get }
}

extension Optional: OptionalProperty {
  fileprivate var isNil: Bool { if case .none = self { true } else { false } }
  fileprivate var wrapped: Any? { self }
}
