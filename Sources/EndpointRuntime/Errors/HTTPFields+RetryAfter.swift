import EndpointModel
import Foundation
import HTTPTypes

extension HTTPFields {
  /// The delay in `Retry-After`, in seconds or as a date (RFC 9110, section 10.2.3), at most one
  /// year; `nil` if there is none.
  ///
  /// A date is compared with the `Date` field of the response, since the clocks can differ. The
  /// longest of several values is used; invalid values are ignored.
  func retryAfter(now: Date) -> Duration? {
    let sent = self[.date].flatMap { HTTPDate.date(from: $0.trimmed, now: now) } ?? now
    let delays = self[values: .retryAfter].flatMap(Self.candidates).compactMap { text in
      Self.seconds(text) ?? HTTPDate.date(from: text, now: now)?.timeIntervalSince(sent)
    }
    return delays.max().map { .seconds(Swift.min(Swift.max($0, 0), 31_536_000)) }
  }

  /// Returns the values of a field that can hold several, separated by commas, which dates contain
  /// as well.
  private static func candidates(_ field: String) -> [String] {
    let parts = field.split(separator: ",").map { String($0).trimmed }
    return [field.trimmed] + parts + zip(parts, parts.dropFirst()).map { "\($0), \($1)" }
  }

  private static func seconds(_ text: String) -> Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard digits.first?.isNumber == true, digits.utf8.allSatisfy({ $0.isDigit || $0 == 0x2E }),
      let seconds = Double(text), seconds.isFinite
    else { return nil }
    return seconds
  }
}

extension String {
  /// The string without white space at the beginning and the end.
  var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
