public import Foundation
public import HTTPTypes

extension HTTPFields {
  /// The point in time at which the resource was or will be deprecated; `nil` if `Deprecation` is
  /// missing or has no date.
  ///
  /// The value is a number of seconds since 1970 after `@` (RFC 9745), or a date in the form of
  /// older servers.
  public var deprecation: Date? {
    Self.deprecationName.flatMap { self[$0] }.flatMap { Self.date(from: $0.trimmed) }
  }

  /// The point in time at which the resource is expected to be removed (RFC 8594); `nil` if
  /// `Sunset` is missing or has no date.
  public var sunset: Date? {
    Self.sunsetName.flatMap { self[$0] }.flatMap { Self.date(from: $0.trimmed) }
  }

  private static let deprecationName = HTTPField.Name("Deprecation")
  private static let sunsetName = HTTPField.Name("Sunset")

  /// Whether `Deprecation` indicates so, by a date or by `true`.
  var isDeprecated: Bool {
    guard let name = Self.deprecationName, let field = self[name]?.trimmed.lowercased() else {
      return false
    }
    return deprecation != nil || field == "true" || field == "?1"
  }

  private static func date(from text: String) -> Date? {
    guard text.hasPrefix("@") else { return HTTPDate.date(from: text) }
    guard text.utf8.count <= 16, let seconds = Int64(text.dropFirst()) else { return nil }
    return Date(timeIntervalSince1970: Double(seconds))
  }
}

extension HTTPFields {
  /// Returns the value of a field; `nil` if it is missing.
  func value(named name: String) -> String? { HTTPField.Name(name).flatMap { self[$0] } }
}
