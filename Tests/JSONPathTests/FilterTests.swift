import EndpointRuntime
import JSONPath
import Testing

@Suite("A filter of JSONPath")
struct FilterTests {
  /// Whether a filter selects the only element of an array.
  private func isSelected(_ value: String, by filter: String) throws -> Bool {
    try JSONPath("$[?\(filter)]").values(in: json("[\(value)]")).count == 1
  }

  @Test(
    "compares values of all types",
    arguments: [
      ("1", "@ == 1", true), ("1", "@ == 1.0", true), ("1", "@ == 10e-1", true),
      ("0.1", "@ == 0.1", true), ("-0", "@ == 0", true), ("1", "@ == -0", false),
      ("1", "@ != 2", true), ("1", "@ < 2", true), ("2", "@ <= 2", true), ("3", "@ > 2.5", true),
      ("3", "@ >= 4", false), ("9007199254740993", "@ > 9007199254740992", true),
      ("\"a\"", "@ == 'a'", true), ("\"a\"", "@ == \"a\"", true), ("\"b\"", "@ > 'a'", true),
      ("\"\"", "@ < 'a'", true), ("\"a\"", "@ < 1", false), ("\"1\"", "@ == 1", false),
      ("\"a\"", "@ <= 'a'", true), ("true", "@ == true", true), ("true", "@ > false", false),
      ("true", "@ >= true", true), ("null", "@ == null", true), ("null", "@ <= null", true),
      ("false", "@ == null", false), ("[1, 2]", "@ == $[0]", true),
      ("{\"a\": [1]}", "@ == $[0]", true),
      ("[1]", "@ == 1", false), ("[1]", "@ < 2", false),
      ("\"\\u00e9\"", "@ == 'e\\u0301'", false),
      ("\"\\ud83d\\ude00\"", "@ == '\\uD83D\\uDE00'", true),
    ])
  func comparison(value: String, filter: String, expected: Bool) throws {
    #expect(try isSelected(value, by: filter) == expected)
  }

  @Test(
    "treats a missing value as different from every other",
    arguments: [
      ("@.x == @.y", true), ("@.x == 1", false), ("@.x != 1", true), ("@.x <= @.y", true),
      ("@.x < @.y", false), ("@.x == null", false), ("@.n == null", true), ("@.x", false),
      ("@.n", true), ("!@.x", true), ("! @.n", false), ("@.*", true), ("@..x", false),
    ])
  func missing(filter: String, expected: Bool) throws {
    #expect(try isSelected(#"{"a": 1, "n": null}"#, by: filter) == expected)
  }

  @Test(
    "combines conditions by precedence",
    arguments: [
      ("@.a == 1 || @.a == 2 && @.b == 2", true), ("(@.a == 1 || @.a == 2) && @.b == 2", false),
      ("!(@.a == 1)", false), ("!(@.a == 1) || @.b", true), ("@.a==1&&@.b==1", true),
      ("( @.a ) && ( ( @.c ) || @.b )", true), ("@.a && @.c", false), ("1 == @.a", true),
      ("1 == 1", true), ("$[0].a == 1", true), ("@[?@ == 1]", true), ("@[?@ == 3]", false),
    ])
  func combination(filter: String, expected: Bool) throws {
    #expect(try isSelected(#"{"a": 1, "b": 1}"#, by: filter) == expected)
  }

  @Test("selects elements and members")
  func containers() throws {
    #expect(try select("$[?@ > 1]", in: "[1, 2, 3]") == [2, 3])
    #expect(try select("$[?@ > 1]", in: #"{"b": 2, "a": 3, "c": 1}"#) == [3, 2])
    #expect(try select("$[?@ > 1, ?@ < 2]", in: "[1, 2, 3]") == [2, 3, 1])
    #expect(try select("$[?@.a]", in: "7") == [])
    #expect(
      try select(
        "$.results[?@.name=='Shop'].id", in: #"{"results": [{"name": "Shop", "id": "x"}]}"#)
        == ["x"])
    #expect(try select("$..[?@.id == 2].id", in: #"{"a": [{"id": 2}], "b": {"id": 2}}"#) == [2, 2])
  }

  @Test(
    "calls functions",
    arguments: [
      ("\"h\\u00e9\\ud83d\\ude00\"", "length(@) == 3", true), ("[1, 2]", "length(@) == 2", true),
      ("{\"a\": 1}", "length(@) == 1", true), ("7", "length(@) == 1", false),
      ("{}", "length(@.x) == 0", false), ("{}", "length(@.x) == length(@.y)", true),
      ("\"abc\"", "length('abc') == 3", true), ("[1, 2, 3]", "count(@.*) == 3", true),
      ("[1, 2, 3]", "count(@[7]) == 0", true), ("[1, 2, 3]", "count( @.* ) > length(@)", false),
      ("{\"a\": {\"c\": 1}}", "value(@..c) == 1", true),
      ("{\"a\": {\"c\": 1}, \"c\": 1}", "value(@..c) == 1", false),
      ("\"1974-05-11\"", "match(@, '1974-05-..')", true),
      ("\"x1974-05-11\"", "match(@, '1974-05-..')", false),
      ("\"x1974-05-11\"", "search(@, '1974')", true), ("7", "search(@, '7')", false),
      ("\"a\"", "match(@, @)", true), ("\"a\"", "!match(@, 'b')", true),
      ("\"ab\"", "match(@, 'a') || match(@, 'a.')", true),
      ("\"abc\"", "length(value(@)) == 3", true),
    ])
  func functions(value: String, filter: String, expected: Bool) throws {
    #expect(try isSelected(value, by: filter) == expected)
  }

  @Test(
    "matches regular expressions of RFC 9485",
    arguments: [
      ("^a$", "^a$", true), ("^a$", "a", false), ("a/b", "a/b", true), ("\r", ".", false),
      ("\n", ".", false), ("\u{2028}", ".", true), ("\u{1F600}", ".", true), ("ab", "(a|b)+", true),
      ("aaa", "a{2,3}", true), ("a", "a{2}", false), ("aaaa", "a{2,}", true),
      ("Ä", "\\p{Lu}", true),
      ("ä", "\\P{Lu}", true), ("a", "\\p{Xx}", false), ("x-", "x[a-c-]", true),
      ("^", "[\\^]", true),
      ("&&", "[&]{2}", true), ("]", "[\\]]", true), ("b", "[^a]", true), ("a", "[^a]", false),
      ("5", "[\\p{Nd}]", true), ("a#b", "a#b", true), ("a b", "a b", true), ("\\", "\\\\", true),
      ("a", "\\d", false), ("1", "\\d", false), ("a", "(?i)A", false), ("a", "a*?", false),
      ("a", "(", false), ("a", "a)", false), ("a", "[", false), ("a", "a{", false),
      ("a", "*", false),
      ("", "", true), ("", "a?", true), ("ab", "a|b", false), ("\t", "\\t", true),
      ("a", "[z-a]", false), ("a", "a{3,2}", false),
    ])
  func patterns(text: String, pattern: String, expected: Bool) throws {
    let document = JSON.array([["text": .string(text), "pattern": .string(pattern)]])
    let path = try JSONPath("$[?match(@.text, @.pattern)]")
    #expect(path.values(in: document).count == (expected ? 1 : 0))
  }
}
