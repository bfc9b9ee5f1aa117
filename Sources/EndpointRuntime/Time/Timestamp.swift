package import Foundation

/// Points in time in ISO 8601 (RFC 3339), without the cost of a formatter.
package enum Timestamp {
  /// Returns a date in UTC with `Z`, and with milliseconds only if there are any.
  package static func string(from date: Date) -> String {
    let seconds = date.timeIntervalSince1970
    let bounded = seconds.isNaN ? 0 : min(max(seconds, earliest), latest)
    let milliseconds = Int64((bounded * 1000).rounded())
    let (second, millisecond) = milliseconds.flooredDivision(by: 1000)
    let (day, secondOfDay) = second.flooredDivision(by: 86_400)
    let calendarDay = CalendarDay(daysSince1970: day)
    return String(unsafeUninitializedCapacity: 24) { text in
      var length = 0
      func append(_ separator: Unicode.Scalar?, _ number: Int64, width: Int) {
        if let separator {
          text[length] = UInt8(ascii: separator)
          length += 1
        }
        var rest = number
        for offset in (0..<width).reversed() {
          text[length + offset] = 0x30 + UInt8(rest % 10)
          rest /= 10
        }
        length += width
      }
      append(nil, calendarDay.year, width: 4)
      append("-", calendarDay.month, width: 2)
      append("-", calendarDay.day, width: 2)
      append("T", secondOfDay / 3600, width: 2)
      append(":", secondOfDay / 60 % 60, width: 2)
      append(":", secondOfDay % 60, width: 2)
      if millisecond != 0 { append(".", millisecond, width: 3) }
      text[length] = UInt8(ascii: "Z")
      return length + 1
    }
  }

  /// Parses `2026-01-31T08:15:30Z` and its variants: fractions, offsets, and dates without a time
  /// or an offset (UTC).
  package static func date(from text: String) -> Date? { date(from: text.utf8) }

  /// Parses a date in UTF-8.
  static func date(from text: some Collection<UInt8>) -> Date? {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(4), scanner.skip("-"),
      let month = scanner.number(2), scanner.skip("-"), let day = scanner.number(2),
      let days = CalendarDay(year: year, month: month, day: day)?.daysSince1970
    else { return nil }
    var seconds = Double(days * 86_400)
    if scanner.isAtEnd { return Date(timeIntervalSince1970: seconds) }
    guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
      let hour = scanner.number(2), hour <= 24, scanner.skip(":"),
      let minute = scanner.number(2), minute < 60
    else { return nil }
    seconds += Double(hour * 3600 + minute * 60)
    if scanner.skip(":") {
      guard let second = scanner.number(2), second <= 60 else { return nil }
      seconds += Double(second)
      if scanner.skip(".") || scanner.skip(",") {
        guard let fraction = scanner.fraction() else { return nil }
        seconds += fraction
      }
    }
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    return Date(timeIntervalSince1970: seconds - Double(offset))
  }

  /// The first and the last point in time in a year of four digits.
  private static let earliest = -62_167_219_200.0
  private static let latest = 253_402_300_799.0
}

extension DigitScanner {
  /// Scans the digits after a decimal point.
  fileprivate mutating func fraction() -> Double? {
    var value = 0.0
    var unit = 0.1
    var isEmpty = true
    while let digit = digit() {
      value += Double(digit) * unit
      unit /= 10
      isEmpty = false
    }
    return isEmpty ? nil : value
  }

  /// Scans the offset of local time from UTC in seconds; 0 if there is none.
  fileprivate mutating func offset() -> Int64? {
    if isAtEnd || skip("Z") || skip("z") { return 0 }
    let sign: Int64
    if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
    guard let hours = number(2), hours < 24 else { return nil }
    _ = skip(":")
    if isAtEnd { return sign * hours * 3600 }
    guard let minutes = number(2), minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
