@_spi(Generated) import EndpointRuntime
import Foundation
import HTTPTypes
import Testing

@Suite("A typed header field of a response")
struct ResponseHeaderFieldTests {
  private func response(_ fields: HTTPFields) -> EndpointResponse<Void> {
    EndpointResponse(value: (), status: .ok, headerFields: fields)
  }

  @Test("converts its value", arguments: [("12", 12), ("x", nil), ("", nil), (nil, nil)])
  func value(text: String?, expected: Int?) throws {
    let total = ResponseHeaderField<Int>("X-Total") { Int($0) }
    var fields: HTTPFields = [:]
    fields[try #require(total.name)] = text
    #expect(response(fields)[total] == expected)
  }

  @Test(
    "reads dates in the formats of HTTP and ISO 8601, and in seconds",
    arguments: ["Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z", "784111777"])
  func dates(text: String) {
    #expect(Date(headerField: text) == Date(timeIntervalSince1970: 784_111_777))
    #expect(Date(headerField: text + "x") == nil)
  }

  @Test("is nil for a name that no field can have")
  func name() {
    #expect(response([:])[ResponseHeaderField<String>("a b") { $0 }] == nil)
  }
}
