import JSONPath
import Testing

@Suite("The syntax of JSONPath")
struct SyntaxTests {
  @Test(
    "rejects mistakes with their location",
    arguments: [
      ("", "column 1: expected '$', found the end of the path"),
      ("a", "column 1: expected '$', found 'a'"), (" $", "column 1: expected '$', found ' '"),
      ("$ ", "column 2: expected '.', '[', or the end of the path, found ' '"),
      ("$.", "column 3: expected a name or '*', found the end of the path"),
      ("$. a", "column 3: expected a name or '*', found ' '"),
      ("$.1", "column 3: expected a name or '*', found '1'"),
      ("$...a", "column 4: expected a name or '*', found '.'"),
      (
        "$[",
        "column 3: expected a name in quotes, an index, a slice, '*', or '?', found the end of the path"
      ),
      ("$[a]", "column 3: expected a name in quotes, an index, a slice, '*', or '?', found 'a'"),
      ("$[]", "column 3: expected a name in quotes, an index, a slice, '*', or '?', found ']'"),
      ("$[0", "column 4: expected ',' or ']', found the end of the path"),
      ("$[0,]", "column 5: expected a name in quotes, an index, a slice, '*', or '?', found ']'"),
      ("$[01]", "column 3: an index has no leading zero and no '-0'"),
      ("$[-0]", "column 3: an index has no leading zero and no '-0'"),
      ("$[-]", "column 4: expected a digit, found ']'"),
      ("$[9007199254740992]", "column 3: the integer is out of range"),
      ("$[99999999999999999999]", "column 3: the integer is out of range"),
      ("$[1:2:3:4]", "column 8: expected ',' or ']', found ':'"),
      ("$['a]", "column 3: the string has no closing quotation mark"),
      ("$['\\\"']", "column 4: the escape is invalid"),
      ("$[\"\\'\"]", "column 4: the escape is invalid"),
      ("$['\\ud800']", "column 4: the escape is half of a surrogate pair"),
      ("$['\\udc00']", "column 4: the escape is half of a surrogate pair"),
      ("$['\\ud800\\u0041']", "column 4: the escape is half of a surrogate pair"),
      ("$['\\u00g0']", "column 8: expected a hexadecimal digit, found 'g'"),
      ("$['a\u{1}']", "column 5: a control character in a string must be escaped"),
      ("$[?]", "column 4: expected a query, a literal, or a function, found ']'"),
      ("$[?1]", "column 4: a value alone is not a test; compare it"),
      ("$[?'a']", "column 4: a value alone is not a test; compare it"),
      ("$[?length(@)]", "column 4: a value alone is not a test; compare it"),
      ("$[?@.a == b]", "column 11: 'b' is not a literal; write strings in quotes"),
      ("$[?@.a = 1]", "column 8: expected ',' or ']', found '='"),
      (
        "$[?@.* == 1]",
        "column 4: the query can select several values; compare count(…) or value(…)"
      ),
      (
        "$[?1 == $..a]",
        "column 9: the query can select several values; compare count(…) or value(…)"
      ),
      ("$[?match(@, 'a') == true]", "column 4: the result of the function cannot be compared"),
      (
        "$[?length(@.*) == 1]",
        "column 11: the query can select several values; compare count(…) or value(…)"
      ),
      ("$[?count(1) == 1]", "column 10: the argument of count(…) must be a query"),
      ("$[?count(@.*, 1) == 1]", "column 13: expected ')', found ','"),
      ("$[?match(@)]", "column 11: expected ',', found ')'"),
      ("$[?length (@) == 1]", "column 4: 'length' is not a literal; write strings in quotes"),
      (
        "$[?size(@) == 1]",
        "column 4: unknown function 'size'; the functions are length, count, match, search, and value"
      ),
      ("$[?!1 == 1]", "column 5: '!' needs a query, a test function, or parentheses"),
      ("$[?!@.a == 1]", "column 9: expected ',' or ']', found '='"),
      ("$[?(@.a]", "column 8: expected ')', found ']'"),
      ("$[?@.a == 01]", "column 11: a number has no leading zero"),
      ("$[?@.a == 1.]", "column 13: expected a digit, found ']'"),
      ("$[?@.a == 1e]", "column 13: expected a digit, found ']'"),
      ("$[?@.a && ]", "column 11: expected a query, a literal, or a function, found ']'"),
    ])
  func mistakes(path: String, message: String) {
    #expect {
      try JSONPath(path)
    } throws: { error in
      "\(error)" == message
    }
  }

  @Test("bounds the depth of filters")
  func depth() {
    for (opening, closing) in [("(", ")"), ("@[?", "]"), ("!(", ")")] {
      let path =
        "$[?" + String(repeating: opening, count: 10_000) + "@.a"
        + String(repeating: closing, count: 10_000) + "]"
      #expect {
        try JSONPath(path)
      } throws: { error in
        (error as? JSONPathError)?.problem == "the filter is nested too deeply"
      }
    }
  }

  @Test("keeps its text")
  func description() throws {
    #expect(try JSONPath("$ ['a']").description == "$ ['a']")
  }
}
