import EndpointRuntime
import JSONPath
import Testing

@Suite("A selector of JSONPath")
struct SelectorTests {
  private let zoo = """
    {"animals": [{"name": "Ada", "legs": 4}, {"name": "Bo", "legs": 2}, {"name": "Cy"}],
     "city": "Ulm", "open": true, "a b": {"'": 1, "\\"": 2, "ü": 3}, "empty": [], "none": null}
    """

  @Test(
    "selects children",
    arguments: [
      ("$.city", #"["Ulm"]"#), ("$['city']", #"["Ulm"]"#), ("$[\"city\"]", #"["Ulm"]"#),
      ("$.none", "[null]"), ("$.missing", "[]"), ("$.city.length", "[]"),
      ("$ .animals [0] ['name']", #"["Ada"]"#), ("$\n.city", #"["Ulm"]"#),
      ("$.animals[0].name", #"["Ada"]"#), ("$.animals[-1].name", #"["Cy"]"#),
      ("$.animals[3]", "[]"), ("$.animals[-4]", "[]"), ("$.city[0]", "[]"),
      ("$.animals[*].legs", "[4, 2]"), ("$.animals.*.name", #"["Ada", "Bo", "Cy"]"#),
      ("$['a b'].*", "[2, 1, 3]"), ("$['a b'][\"'\", '\"']", "[1, 2]"),
      (#"$['a b']['\u00fc', "\u00FC", '\'']"#, "[3, 3, 1]"), ("$['a b'].ü", "[3]"),
      ("$.empty.*", "[]"), ("$.city.*", "[]"),
      ("$.animals[0, 2, 0]['name']", #"["Ada", "Cy", "Ada"]"#),
      ("$.animals[ 1 : , 0 ].name", #"["Bo", "Cy", "Ada"]"#),
    ])
  func children(path: String, selected: String) throws {
    #expect(try select(path, in: zoo) == json(selected))
  }

  @Test("selects the document itself")
  func root() throws {
    #expect(try select("$", in: "7") == [7])
  }

  @Test(
    "selects slices",
    arguments: [
      ("1:3", "[1, 2]"), ("5:", "[5, 6]"), ("1:5:2", "[1, 3]"), ("5:1:-2", "[5, 3]"),
      ("::-1", "[6, 5, 4, 3, 2, 1, 0]"), (":", "[0, 1, 2, 3, 4, 5, 6]"),
      ("::", "[0, 1, 2, 3, 4, 5, 6]"),
      ("-2:", "[5, 6]"), (":-5", "[0, 1]"), ("-3:-1", "[4, 5]"), ("::3", "[0, 3, 6]"),
      ("::0", "[]"),
      ("10:", "[]"), ("-10:2", "[0, 1]"), (":10", "[0, 1, 2, 3, 4, 5, 6]"), ("3:3", "[]"),
      ("4:2", "[]"),
      ("2:4:-1", "[]"), ("10:4:-1", "[6, 5]"), (":-10:-3", "[6, 3, 0]"), ("-1:-3:-1", "[6, 5]"),
      ("0:9007199254740991:9007199254740991", "[0]"),
      ("9007199254740991::-9007199254740991", "[6]"),
    ])
  func slices(slice: String, selected: String) throws {
    #expect(try select("$[\(slice)]", in: "[0, 1, 2, 3, 4, 5, 6]") == json(selected))
  }

  @Test("selects slices of arrays only")
  func sliceOfObject() throws {
    #expect(try select("$[:]", in: #"{"0": 1}"#) == [])
  }

  @Test(
    "selects descendants, parents before children",
    arguments: [
      ("$..a", "[[{\"a\": 1}], 1, 2]"), ("$..*", "[[{\"a\": 1}], {\"a\": 2}, {\"a\": 1}, 1, 2]"),
      ("$..[0]", "[{\"a\": 1}]"), ("$..['a', 'b']", "[[{\"a\": 1}], {\"a\": 2}, 1, 2]"),
      ("$..b..a", "[2]"), ("$.. a", nil),
    ])
  func descendants(path: String, selected: String?) throws {
    let document = #"{"a": [{"a": 1}], "b": {"a": 2}}"#
    guard let selected else {
      #expect(throws: JSONPathError.self) { try JSONPath(path) }
      return
    }
    #expect(try select(path, in: document) == json(selected))
  }

  @Test(
    "is singular only if it selects at most one value",
    arguments: [
      ("$", true), ("$.a[0]['b']", true), ("$.a[0, 1]", false), ("$.*", false), ("$..a", false),
      ("$[0:1]", false), ("$[?@.a]", false),
    ])
  func singular(path: String, isSingular: Bool) throws {
    #expect(try JSONPath(path).isSingular == isSingular)
  }

  @Test("survives deep documents")
  func depth() throws {
    let document = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect(try JSONPath("$..*").values(in: json(document)).count == 59)
  }
}
