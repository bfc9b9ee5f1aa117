import Foundation
import Testing

@testable import atlas_admin

@Suite("The syntax of a JSON document")
struct JSONSyntaxTests {
  private func error(in document: Data) -> JSONSyntaxError? {
    do {
      try JSONSyntax.check(document)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "accepts RFC 8259",
    arguments: [
      "{}", " [ ] ", "null", "true", "false", "0", "-0.5e+10", "12E3", #""""#,
      #"{"a": [1, {}, []]}"#,
      #"["\"\\\/\b\f\n\r\t\u00e9 café"]"#, "\r\n{\t\"a\":\n\"b\"}\n",
      String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
    ])
  func valid(document: String) {
    #expect(error(in: Data(document.utf8)) == nil)
  }

  @Test(
    "reports the location of an error",
    arguments: [
      ("", "line 1, column 1: expected a value, found the end of the document"),
      ("{\n  \"a\": x\n}", "line 2, column 8: expected a value, found 'x'"),
      ("{\"é\": 1,}", "line 1, column 9: expected a name in double quotes, found '}'"),
      ("[1 2]", "line 1, column 4: expected ',' or ']', found '2'"),
      ("[1,]", "line 1, column 4: expected a value, found ']'"),
      ("[1}", "line 1, column 3: expected ',' or ']', found '}'"),
      ("{\"a\" 1}", "line 1, column 6: expected ':', found '1'"),
      ("{'a': 1}", "line 1, column 2: expected a name in double quotes, found '''"),
      ("{\"a\": 1", "line 1, column 8: expected ',' or '}', found the end of the document"),
      ("{} x", "line 1, column 4: expected the end of the document, found 'x'"),
      ("[01]", "line 1, column 3: expected ',' or ']', found '1'"),
      ("[-]", "line 1, column 3: expected a digit, found ']'"),
      ("[1.]", "line 1, column 4: expected a digit, found ']'"),
      ("nul", "line 1, column 1: expected a value, found 'n'"),
      ("[\"a", "line 1, column 2: the string has no closing quotation mark"),
      ("[\"a\nb\"]", "line 1, column 4: a control character in a string must be escaped"),
      ("[\"\\x\"]", "line 1, column 4: expected an escape such as \\n, found 'x'"),
      ("[\"\\u00g0\"]", "line 1, column 7: expected a hexadecimal digit, found 'g'"),
    ])
  func invalid(document: String, message: String) {
    #expect(error(in: Data(document.utf8))?.description == message)
  }

  @Test("rejects other encodings than UTF-8")
  func encoding() {
    #expect(
      error(in: Data("{\n\"".utf8) + [0xE9] + Data("\": 1}".utf8))?.description
        == "line 2, column 2: the byte is not UTF-8")
    #expect(error(in: Data([0xFF, 0xFE, 0x7B, 0, 0x7D, 0]))?.column == 1)
  }
}
