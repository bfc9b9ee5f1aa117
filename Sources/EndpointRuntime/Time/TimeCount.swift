public import EndpointModel
public import Foundation

/// A number of units, as in JSON and in parameters: without a fraction if it is an integer.
@_spi(Generated) public struct TimeCount: JSONValue, Hashable, ParameterValue {
  private var value: Double

  /// Creates the number of units in a duration.
  public init(_ duration: Duration, in unit: TimeUnit) {
    let (seconds, attoseconds) = duration.components
    let milliseconds = Double(seconds) * 1_000 + (Double(attoseconds) / 1e15).rounded()
    value = milliseconds / Double(unit.milliseconds)
  }

  /// Creates the number of units since 1970.
  public init(_ date: Date, in unit: TimeUnit) {
    value = (date.timeIntervalSince1970 * 1_000).rounded() / Double(unit.milliseconds)
  }

  /// Creates the number of units in a duration; `nil` for `nil`.
  public init?(_ duration: Duration?, in unit: TimeUnit) {
    guard let duration else { return nil }
    self.init(duration, in: unit)
  }

  /// Creates the number of units since 1970; `nil` for `nil`.
  public init?(_ date: Date?, in unit: TimeUnit) {
    guard let date else { return nil }
    self.init(date, in: unit)
  }

  /// Creates a number of its text; `nil` if the text is not a number or out of the range of times.
  public init?(text: String) {
    guard text.isDecimalNumber, let value = Double(text), value.magnitude < 1e13 else { return nil }
    self.value = value
  }

  /// Reads the value from JSON.
  public init(json: JSONReader) {
    let value = json.double()
    // Larger numbers are not times, and would overflow.
    if value.magnitude < 1e13 {
      self.value = value
    } else {
      self.value = json.invalid("the number is out of the range of times", placeholder: 0)
    }
  }

  /// Writes the value as JSON.
  public func write(to json: inout JSONWriter) {
    if let whole = Int64(exactly: value) {
      json.write(integer: whole)
    } else {
      json.write(double: value)
    }
  }

  /// The duration.
  public func duration(in unit: TimeUnit) -> Duration {
    .milliseconds((value * Double(unit.milliseconds)).rounded())
  }

  /// The point in time, counted from 1970.
  public func date(in unit: TimeUnit) -> Date {
    Date(timeIntervalSince1970: value * Double(unit.milliseconds) / 1_000)
  }

  /// The number in decimal digits.
  public var parameterValue: String { Int64(exactly: value).map(String.init) ?? String(value) }
}
