package import Foundation

/// The dates of HTTP header fields (RFC 9110, section 5.6.7).
package enum HTTPDate {
  /// Parses the preferred form, `Sun, 06 Nov 1994 08:49:37 GMT`, and the obsolete ones, `Sunday,
  /// 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
  ///
  /// - Parameter now: The point in time that determines the century of a year with two digits.
  static func date(from text: String, now: Date = Date()) -> Date? {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
    switch parts.count {
    case 6 where parts[5] == "GMT" || parts[5] == "UTC":
      guard let year = year(parts[3], now: now) else { return nil }
      return date(year: year, month: parts[2], day: parts[1], time: parts[4])
    case 5:
      guard let year = year(parts[4], now: now) else { return nil }
      return date(year: year, month: parts[1], day: parts[2], time: parts[3])
    default: return nil
    }
  }

  private static func date(year: Int64, month: String, day: String, time: String) -> Date? {
    guard day.utf8.count <= 2, let day = Int64(day),
      let month = months.firstIndex(of: month.lowercased()),
      let days = CalendarDay(year: year, month: Int64(month) + 1, day: day)?.daysSince1970
    else { return nil }
    var scanner = DigitScanner(time.utf8)
    guard let hour = scanner.number(2), scanner.skip(":"), let minute = scanner.number(2),
      scanner.skip(":"), let second = scanner.number(2), scanner.isAtEnd,
      hour < 24, minute < 60, second <= 60
    else { return nil }
    return Date(timeIntervalSince1970: Double(days * 86_400 + hour * 3600 + minute * 60 + second))
  }

  /// A year of four digits, or of two digits: the latest that is at most fifty years ahead.
  private static func year(_ text: String, now: Date) -> Int64? {
    var scanner = DigitScanner(text.utf8)
    if text.utf8.count == 4 { return scanner.number(4) }
    guard text.utf8.count == 2, let short = scanner.number(2) else { return nil }
    let seconds = min(max(now.timeIntervalSince1970, 0), 4_102_444_800)
    let current = CalendarDay(daysSince1970: Int64(seconds) / 86_400).year
    let year = current / 100 * 100 + short
    return year > current + 50 ? year - 100 : year
  }

  /// Returns a date in the preferred form. Years outside of 0 to 9999 become the nearest of these.
  package static func string(from date: Date) -> String {
    let seconds = date.timeIntervalSince1970
    let bounded = seconds.isNaN ? 0 : min(max(seconds, -62_167_219_200), 253_402_300_799)
    let (days, second) = Int64(bounded.rounded(.down)).flooredDivision(by: 86_400)
    let day = CalendarDay(daysSince1970: days)
    func digits(_ number: Int64, _ width: Int = 2) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(width - text.count, 0)) + text
    }
    // 1 January 1970 was a Thursday.
    let weekday = weekdays[Int((days + 4).flooredDivision(by: 7).remainder)]
    let time = [second / 3600, second / 60 % 60, second % 60].map { digits($0) }
    return "\(weekday), \(digits(day.day)) \(months[Int(day.month) - 1].capitalized) "
      + "\(digits(day.year, 4)) \(time.joined(separator: ":")) GMT"
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
