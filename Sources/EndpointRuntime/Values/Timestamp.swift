import Foundation

/// Moments as ISO 8601 writes them, in UTC.
enum Timestamp {
  /// A moment's text, with milliseconds where it has a fraction: `2026-01-31T12:00:00Z`.
  static func string(from date: Date) -> String {
    let seconds = date.timeIntervalSince1970
    let hasFraction = (seconds * 1000).rounded() != seconds.rounded() * 1000
    return date.formatted(hasFraction ? fractional : whole)
  }

  /// The moment that a text names, with or without a fraction, in any time zone.
  static func date(from text: String) -> Date? {
    if let date = try? whole.parse(text) { return date }
    if let date = try? fractional.parse(text) { return date }
    // Atlas has been seen to write a zone without its colon, and dates without a time.
    return try? dateOnly.parse(text)
  }

  private static let whole = Date.ISO8601FormatStyle()
  private static let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
  private static let dateOnly = Date.ISO8601FormatStyle().year().month().day()
}
