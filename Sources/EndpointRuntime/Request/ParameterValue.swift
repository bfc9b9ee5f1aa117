public import Foundation

/// A value that can be in a path or a query.
public protocol ParameterValue: Sendable {
  /// The value's text, before percent-encoding.
  var parameterValue: String { get }
}

extension String: ParameterValue {
  /// The string itself.
  public var parameterValue: String { self }
}

extension Bool: ParameterValue {
  /// `true` or `false`.
  public var parameterValue: String { self ? "true" : "false" }
}

extension Int: ParameterValue {
  /// The number in decimal digits.
  public var parameterValue: String { String(self) }
}

extension Int64: ParameterValue {
  /// The number in decimal digits.
  public var parameterValue: String { String(self) }
}

extension Double: ParameterValue {
  /// The number in decimal digits.
  public var parameterValue: String { String(self) }
}

extension Decimal: ParameterValue {
  /// The number in decimal digits.
  public var parameterValue: String { description }
}

extension URL: ParameterValue {
  /// The URL as it is written.
  public var parameterValue: String { absoluteString }
}

extension Date: ParameterValue {
  /// The moment in ISO 8601, in UTC.
  public var parameterValue: String { Timestamp.string(from: self) }
}
