import EndpointRuntime
import Foundation
import Testing

@Suite("A JSON value")
struct JSONTests {
  private func parse(_ text: String) throws -> JSON {
    try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  @Test(
    "survives encoding and decoding",
    arguments: [
      "null", "true", "0", "-1", "9007199254740993", "9223372036854775807",
      "-9223372036854775808", "18446744073709551615", "12345678901234567890123456789012345678",
      "0.1", "-2.5", "1234567890.123456789012345678", #""""#, #""é\"/\\""#, "[]", "{}",
      #"{"a":[1,{"b":null}],"c":{"d":0.30000000000000004}}"#,
    ])
  func roundTrip(text: String) throws {
    #expect(try JSONCoding.encode(parse(text)) == Data(text.utf8))
  }

  @Test("distinguishes its kinds")
  func kinds() throws {
    #expect(try parse("1") == .integer(1))
    #expect(try parse("1.5") == .decimal(1.5))
    #expect(try parse("true") == .bool(true))
    #expect(try parse(#""1""#) == .string("1"))
    #expect(try parse("1e200") == .double(1e200))
    #expect(
      try parse("18446744073709551616") == .decimal(Decimal(string: "18446744073709551616") ?? 0))
  }
}
