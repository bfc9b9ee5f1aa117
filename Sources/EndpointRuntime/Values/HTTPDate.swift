import Foundation

/// Dates as HTTP header fields write them (RFC 9110, section 5.6.7).
enum HTTPDate {
  /// Reads the preferred form, `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func date(from text: String) -> Date? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT" || parts[5] == "UTC",
      let day = Int64(parts[1]), let year = Int64(parts[3]),
      let month = months.firstIndex(of: parts[2].lowercased()),
      let days = CalendarDay(year: year, month: Int64(month) + 1, day: day)?.daysSince1970
    else { return nil }
    var scanner = DigitScanner(String(parts[4]))
    guard let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2),
      scanner.skip(":"), let second = scanner.number(2), scanner.isAtEnd
    else { return nil }
    return Date(
      timeIntervalSince1970: Double(days * 86_400 + hour * 3600 + minute * 60 + second))
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
