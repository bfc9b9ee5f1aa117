public import Foundation

/// A value that can be in a path or a query.
@_spi(Generated) public protocol ParameterValue: Sendable {
  /// The value's text, before percent-encoding.
  var parameterValue: String { get }
}

@_spi(Generated) extension String: ParameterValue {
  /// The string itself.
  public var parameterValue: String { self }
}

@_spi(Generated) extension Bool: ParameterValue {
  /// `true` or `false`.
  public var parameterValue: String { self ? "true" : "false" }
}

@_spi(Generated) extension Int: ParameterValue {
  /// The number in decimal digits.
  public var parameterValue: String { String(self) }
}

@_spi(Generated) extension Int64: ParameterValue {
  /// The number in decimal digits.
  public var parameterValue: String { String(self) }
}

@_spi(Generated) extension Double: ParameterValue {
  /// The number in decimal digits.
  public var parameterValue: String { String(self) }
}

@_spi(Generated) extension Decimal: ParameterValue {
  /// The number in decimal digits.
  public var parameterValue: String { description }
}

@_spi(Generated) extension URL: ParameterValue {
  /// The URL as it is written.
  public var parameterValue: String { absoluteString }
}

@_spi(Generated) extension Date: ParameterValue {
  /// The moment in ISO 8601, in UTC.
  public var parameterValue: String { Timestamp.string(from: self) }
}
