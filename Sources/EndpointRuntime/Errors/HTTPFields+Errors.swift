import Foundation
package import HTTPTypes

extension HTTPFields {
  /// The fields without the values that can hold secrets.
  package var redacted: HTTPFields {
    var fields = self
    for index in fields.indices where Self.secretNames.contains(fields[index].name) {
      fields[index].value = "<redacted>"
    }
    return fields
  }

  private static let secretNames: Set<HTTPField.Name> = [
    .authorization, .proxyAuthorization, .cookie, .setCookie,
  ]

  /// The server's name for the request, under the names in use for it.
  var requestID: String? {
    for name in ["x-request-id", "request-id", "x-correlation-id"] {
      if let name = HTTPField.Name(name), let value = self[name], !value.isEmpty { return value }
    }
    return nil
  }

  /// What `Retry-After` asks for, in seconds or as a date (RFC 9110, section 10.2.3).
  func retryAfter(now: Date) -> Duration? {
    guard let text = self[.retryAfter]?.trimmingCharacters(in: .whitespaces) else { return nil }
    let seconds = Double(text) ?? HTTPDate.date(from: text)?.timeIntervalSince(now)
    guard let seconds, seconds.isFinite else { return nil }
    return .seconds(Swift.min(Swift.max(seconds, 0), 31_536_000))
  }
}
