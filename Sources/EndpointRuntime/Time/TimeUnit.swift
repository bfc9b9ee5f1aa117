public import Foundation

/// What a number that represents a point in time or a duration counts.
public enum TimeUnit: Sendable {
  /// Thousandths of a second.
  case milliseconds
  /// Seconds.
  case seconds
  /// Minutes of 60 seconds.
  case minutes
  /// Hours of 60 minutes.
  case hours
  /// Days of 24 hours.
  case days

  /// The unit's length, in seconds.
  fileprivate var seconds: Double {
    switch self {
    case .milliseconds: 0.001
    case .seconds: 1
    case .minutes: 60
    case .hours: 3_600
    case .days: 86_400
    }
  }
}

/// A number of units, as it is in JSON and in parameters: without a fraction where it has none.
public struct TimeCount: Codable, Hashable, Sendable, ParameterValue {
  private var value: Double

  /// How many units a duration has.
  public init(_ duration: Duration, in unit: TimeUnit) {
    let (seconds, attoseconds) = duration.components
    let milliseconds = Double(seconds) * 1_000 + (Double(attoseconds) / 1e15).rounded()
    value = milliseconds / (unit.seconds * 1_000).rounded()
  }

  /// How many units have passed since 1970.
  public init(_ date: Date, in unit: TimeUnit) {
    value = (date.timeIntervalSince1970 * 1_000).rounded() / (unit.seconds * 1_000).rounded()
  }

  /// Reads a number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    value = try container.decode(Double.self)
    // Greater numbers have no meaning as a time, and would overflow.
    guard value.magnitude < 1e13 else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(value) is not a reasonable time")
    }
  }

  /// Writes a number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let whole = Int64(exactly: value) {
      try container.encode(whole)
    } else {
      try container.encode(value)
    }
  }

  /// The duration.
  public func duration(in unit: TimeUnit) -> Duration {
    .milliseconds((value * unit.seconds * 1_000).rounded())
  }

  /// The moment, counted from 1970.
  public func date(in unit: TimeUnit) -> Date { Date(timeIntervalSince1970: value * unit.seconds) }

  /// The number in decimal digits.
  public var parameterValue: String { Int64(exactly: value).map(String.init) ?? String(value) }
}

extension Duration {
  /// How many units it has.
  public func count(of unit: TimeUnit) -> TimeCount { TimeCount(self, in: unit) }
}

extension Date {
  /// How many units have passed since 1970.
  public func count(of unit: TimeUnit) -> TimeCount { TimeCount(self, in: unit) }
}
