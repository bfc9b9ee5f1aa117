public import Foundation

/// A date or a collection of dates that is encoded in ISO 8601, regardless of the date strategy of
/// the coder.
///
/// Generated types use it for their properties.
@_spi(Generated) public protocol TimestampCodable: Codable {
  /// The value with a ``TimestampValue`` in place of each date.
  associatedtype Timestamps: Codable

  /// Creates a value.
  init(timestamps: Timestamps)
  /// The value with a ``TimestampValue`` in place of each date.
  var timestamps: Timestamps { get }
}

/// A date that is encoded in ISO 8601 and decoded from ISO 8601 or a number of seconds since 1970.
@_spi(Generated) public struct TimestampValue: Codable {
  let date: Date

  init(_ date: Date) { self.date = date }

  /// Decodes a date.
  ///
  /// - Throws: `DecodingError` if the value is neither a date in ISO 8601 nor a number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // The string first: it is the usual form, and a failed attempt is more expensive than the
    // value.
    guard let text = try? container.decode(String.self) else {
      date = Date(timeIntervalSince1970: try container.decode(Double.self))
      return
    }
    guard let date = Timestamp.date(from: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text.prefix(40))' is not a date in ISO 8601")
    }
    self.date = date
  }

  /// Encodes the date as a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Timestamp.string(from: date))
  }
}

@_spi(Generated) extension Date: TimestampCodable {
  /// Creates the date.
  public init(timestamps: TimestampValue) { self = timestamps.date }
  /// The date in a form that encodes itself.
  public var timestamps: TimestampValue { TimestampValue(self) }
}

@_spi(Generated) extension Array: TimestampCodable where Element: TimestampCodable {
  /// Creates the dates.
  public init(timestamps: [Element.Timestamps]) { self = timestamps.map(Element.init) }
  /// The dates in a form that encodes itself.
  public var timestamps: [Element.Timestamps] { map(\.timestamps) }
}

@_spi(Generated) extension Dictionary: TimestampCodable
where Key == String, Value: TimestampCodable {
  /// Creates the dates.
  public init(timestamps: [String: Value.Timestamps]) {
    self = timestamps.mapValues(Value.init)
  }
  /// The dates in a form that encodes itself.
  public var timestamps: [String: Value.Timestamps] { mapValues(\.timestamps) }
}
