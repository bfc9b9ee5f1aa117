public import Foundation

/// A value of a parameter.
@_spi(Generated) public protocol ParameterValue: Sendable {
  /// The value as text, before percent-encoding.
  var parameterValue: String { get }
  /// The reason why no request can carry the value, as the end of a sentence; `nil` if one can.
  var violation: String? { get }
}

@_spi(Generated) extension ParameterValue {
  /// `nil`.
  public var violation: String? { nil }
}

@_spi(Generated) extension String: ParameterValue {
  /// The string.
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
  /// The absolute URL.
  public var parameterValue: String { absoluteString }
}

@_spi(Generated) extension Date: ParameterValue {
  /// The date in ISO 8601, in UTC.
  public var parameterValue: String { Timestamp.string(from: self) }
}
