public import Foundation
public import HTTPTypes

extension HTTPFields {
  /// The point in time since which, or from which on, the resource is deprecated; `nil` if `Deprecation`
  /// is not there or has no date.
  ///
  /// The field is a number of seconds since 1970 after `@` (RFC 9745), or a date as older servers send.
  public var deprecation: Date? {
    value(named: "Deprecation").flatMap { Self.date(from: $0.trimmed) }
  }

  /// The point in time after which the resource is expected to be gone (RFC 8594); `nil` if `Sunset` is
  /// not there or has no date.
  public var sunset: Date? { value(named: "Sunset").flatMap { Self.date(from: $0.trimmed) } }

  /// Whether `Deprecation` says so, with a date or by `true`.
  var isDeprecated: Bool {
    guard let field = value(named: "Deprecation")?.trimmed.lowercased() else { return false }
    return deprecation != nil || field == "true" || field == "?1"
  }

  private static func date(from text: String) -> Date? {
    guard text.hasPrefix("@") else { return HTTPDate.date(from: text) }
    guard text.utf8.count <= 16, let seconds = Int64(text.dropFirst()) else { return nil }
    return Date(timeIntervalSince1970: Double(seconds))
  }
}

extension HTTPFields {
  /// The value of a field by its name; `nil` if it is not there.
  func value(named name: String) -> String? { HTTPField.Name(name).flatMap { self[$0] } }
}
