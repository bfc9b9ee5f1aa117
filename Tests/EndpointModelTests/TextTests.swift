import EndpointModel
import Foundation
import Testing

@Suite("A string")
struct TextTests {
  @Test(
    "is quoted as JSON",
    arguments: ["", "a\"b\\c", "line\r\n\ttab", "\u{0}\u{1F}", "Grüße 🦊", "</a>"])
  func quoting(text: String) throws {
    let quoted = text.quotedAsJSON
    #expect(try JSONDecoder().decode(String.self, from: Data(quoted.utf8)) == text)
    #expect(quoted.utf8.allSatisfy { $0 >= 0x20 })
  }

  @Test(
    "is percent-encoded except for unreserved characters",
    arguments: [
      ("a-Z_0.~", "a-Z_0.~"), ("a b/ü", "a%20b%2F%C3%BC"), ("%+&", "%25%2B%26"), ("", ""),
    ])
  func percentEncoding(text: String, encoded: String) {
    #expect(text.percentEncoded == encoded)
    #expect(encoded.removingPercentEncoding == text)
  }

  @Test(
    "is recognized as a media type of JSON or not",
    arguments: [
      ("application/json", true), ("Application/JSON; charset=utf-8", true),
      ("application/vnd.atlas.2026-01-01+json", true), ("application/problem+json", true),
      ("application/jsonp", false), ("text/csv", false), ("application/gzip", false), ("", false),
    ])
  func mediaType(text: String, isJSON: Bool) {
    #expect(text.isJSONMediaType == isJSON)
  }
}
