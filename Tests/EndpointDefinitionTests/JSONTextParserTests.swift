import Testing

@testable import EndpointDefinition

@Suite("The parser of JSON examples")
struct JSONTextParserTests {
  @Test(
    "decodes escapes and replaces lone surrogates",
    arguments: [
      (#""\ud83d\ude00""#, "\u{1F600}"), (#""\ud83dx""#, "\u{FFFD}x"),
      (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
      (#""\ude00""#, "\u{FFFD}"),
    ])
  func escapes(json: String, expected: String) throws {
    #expect(try JSONTextParser.parse(json) == .string(expected))
  }

  @Test(
    "rejects incomplete escapes",
    arguments: [#""\ud83d\"#, #""\ud83d\u"#, #""\u12"#, #""\u+123""#, #""\"#])
  func mistakes(json: String) {
    #expect(throws: JSONTextParser.Mistake.self) { try JSONTextParser.parse(json) }
  }
}
