import EndpointRuntime
import Foundation
import Testing

@testable import atlas_admin

@Suite("A format of the output")
struct OutputTests {
  private let list: JSON = [
    "results": [
      ["name": "Orders", "id": "1", "size": 10, "tags": ["a", "b"], "links": [["rel": "self"]]],
      ["name": "Größe, \"alt\"", "id": "2", "paused": true, "spec": ["size": .null, "n": 1.5]],
    ], "totalCount": 2,
  ]

  private func text(
    _ format: OutputFormat, _ value: JSON? = nil, columns: [String] = [], order: [String] = []
  ) throws -> String {
    try ResultDocument(value: value ?? list, fieldOrder: order, itemsField: "results")
      .text(in: format, columns: try columns.map { try FieldPath($0) })
  }

  @Test("json is one document with lines and indentation")
  func json() throws {
    let text = try text(.json, ["b": [1], "a": .null])
    #expect(text == "{\n  \"a\" : null,\n  \"b\" : [\n    1\n  ]\n}\n")
  }

  @Test("jsonl has an item on each line")
  func jsonLines() throws {
    #expect(try text(.jsonl, [["b": 1, "a": 2], 3, "x"]) == "{\"a\":2,\"b\":1}\n3\n\"x\"\n")
    #expect(try text(.jsonl).split(separator: "\n").count == 2)
    #expect(try text(.jsonl, .null) == "")
  }

  @Test("text has a value on each line, strings without quotes")
  func plain() throws {
    #expect(try text(.text, "x") == "x\n")
    #expect(try text(.text, ["x", 1, true, .null, ["a": 1]]) == "x\n1\ntrue\nnull\n{\"a\":1}\n")
  }

  @Test("table shows identity and state first, and aligns columns")
  func table() throws {
    #expect(
      try text(.table) == """
        id  name          paused  size
        1   Orders                10
        2   Größe, "alt"  true

        """)
    #expect(
      try text(.table, columns: ["spec.n", "name", "tags[0]"]) == """
        spec.n  name          tags[0]
                Orders        a
        1.5     Größe, "alt"

        """)
    #expect(try text(.table, ["a", 1]) == "value\na\n1\n")
    #expect(try text(.table, [["tags": ["a", "b"]]], columns: ["tags"]) == "tags\na, b\n")
    #expect(try text(.table, .array([])) == "\n")
  }

  @Test("table follows the definition, and shows a parent only if it differs")
  func tableColumns() throws {
    let items: JSON = [["z": 1, "groupId": "1", "name": "a", "b": 2], ["groupId": "1"]]
    #expect(try text(.table, items, order: ["z", "b", "groupId"]).hasPrefix("name  z  b\n"))
    let others: JSON = [["groupId": "1"], ["groupId": "2"]]
    #expect(try text(.table, others).hasPrefix("groupId\n"))
    let many = JSON.object(
      Dictionary(uniqueKeysWithValues: "abcdefgh".map { (String($0), JSON.integer(1)) }))
    #expect(try text(.table, many).split(separator: "\n")[0].split(separator: " ").count == 6)
  }

  @Test("table has no characters that control a terminal, and knows wide ones")
  func terminal() throws {
    let items: JSON = [["a": "\u{1B}[31mred\nline", "b": 1], ["a": "漢字", "b": 2]]
    #expect(
      try text(.table, items)
        == "a              b\n [31mred line  1\n漢字           2\n")
  }

  @Test("csv quotes what needs it, and has a column for each property")
  func csv() throws {
    #expect(
      try text(.csv, order: ["name", "id"])
        == [
          "name,id,links,paused,size,spec.n,spec.size,tags",
          "Orders,1,\"[{\"\"rel\"\":\"\"self\"\"}]\",,10,,,\"[\"\"a\"\",\"\"b\"\"]\"",
          "\"Größe, \"\"alt\"\"\",2,,true,,1.5,,", "",
        ].joined(separator: "\r\n"))
    #expect(try text(.csv, ["a\nb"]) == "value\r\n\"a\nb\"\r\n")
    #expect(try text(.csv, [["x": "\r"]]) == "x\r\n\"\r\"\r\n")
  }

  @Test("yaml is a document that YAML readers take for the same value")
  func yaml() throws {
    let value: JSON = [
      "name": "Orders", "empty": [], "none": .null, "object": .object([:]), "yes": "yes",
      "number": "12", "date": "2026-01-31", "text": "a: b", "lines": "a\nb",
      "list": [1, [2, "x"], ["k": "v", "l": 1]],
      "nested": ["a": ["b": true]],
    ]
    #expect(
      try text(.yaml, value, order: ["name"]) == """
        name: Orders
        date: "2026-01-31"
        empty: []
        lines: "a\\nb"
        list:
          - 1
          -
            - 2
            - x
          - k: v
            l: 1
        nested:
          a:
            b: true
        none: null
        number: "12"
        object: {}
        text: "a: b"
        "yes": "yes"

        """)
    #expect(try text(.yaml, "x") == "x\n")
    #expect(try text(.yaml, .array([])) == "[]\n")
  }

  @Test("errors as JSON have the fields of the API's error")
  func errors() throws {
    let error = APIError(
      status: .notFound, rawCode: "CLUSTER_NOT_FOUND", detail: "No cluster.",
      parameters: ["x"], badRequestDetail: .init(fields: [.init(field: "a", description: "b")]),
      requestID: "r", endpoint: "GetCluster", hint: "Check it.")
    let failure = CommandFailure(EndpointError.api(error))
    let json = try JSONDecoder().decode(
      JSON.self, from: Data(ErrorFormat.json.message(of: failure).utf8))
    #expect(json["kind"] == "api" && json["exitStatus"] == 1 && json["status"] == 404)
    #expect(json["code"] == "CLUSTER_NOT_FOUND" && json["detail"] == "No cluster.")
    #expect(json["endpoint"] == "GetCluster" && json["hint"] == "Check it.")
    #expect(json["parameters"] == ["x"] && json["requestId"] == "r")
    #expect(json["fields"] == [["field": "a", "description": "b"]])
    #expect(
      ErrorFormat.text.message(of: CommandFailure(.usage, "no")) == "error: no")
    #expect(ErrorFormat(arguments: ["call", "--error-format", "json"]) == .json)
    #expect(ErrorFormat(arguments: ["--error-format=json"]) == .json)
    #expect(ErrorFormat(arguments: ["--error-format", "text", "json"]) == .text)
  }

  @Test(
    "a progress bar shows the share if the size is known",
    arguments: [
      (0, 100, "a.gz  [........................] 0%  0 B of 100 B"),
      (1_500_000, 3_000_000, "a.gz  [############............] 50%  1.5 MB of 3.0 MB"),
      (100, 100, "a.gz  [########################] 100%  100 B of 100 B"),
      (2_000_000_000, nil, "a.gz  2.0 GB"), (5, 0, "a.gz  5 B"),
    ])
  func progress(completed: Int, total: Int?, line: String) {
    #expect(
      ProgressBar(name: "a.gz").line(.init(completed: completed, total: total)) == line)
  }
}

@Suite("A path to a field")
struct FieldPathTests {
  @Test(
    "is parsed and written",
    arguments: [
      ("a", [.name("a")]), ("a.b[0].c", [.name("a"), .name("b"), .index(0), .name("c")]),
      ("[2].a", [.index(2), .name("a")]), ("a[0][1]", [.name("a"), .index(0), .index(1)]),
      (#"a\.b.c\["#, [.name("a.b"), .name("c[")]),
    ] as [(String, [FieldPath.Step])])
  func parsing(text: String, steps: [FieldPath.Step]) throws {
    #expect(try FieldPath(text).steps == steps)
    #expect(try FieldPath(try FieldPath(text).description).steps == steps)
  }

  @Test(
    "is rejected with the location of a mistake",
    arguments: [
      ("", "column 1: expected a name"), ("a..b", "column 3: expected a name"),
      ("a.", "column 3: expected a name"), ("a[x]", "column 2: expected an index in brackets"),
      ("a[", "column 2: expected an index"), ("a[-1]", "column 2: expected an index"),
      ("a[0]b", "column 5: expected '.' or '['"), ("a[99999999999999999999]", "expected an index"),
    ])
  func mistakes(text: String, message: String) {
    #expect {
      try FieldPath(text)
    } throws: { error in
      (error as? CommandFailure)?.message.contains(message) == true
    }
  }

  @Test("finds values")
  func values() throws {
    let document: JSON = ["a": ["b": [1, ["c": "x"]]]]
    #expect(try FieldPath("a.b[1].c").value(in: document) == "x")
    #expect(try FieldPath("a.b[2]").value(in: document) == nil)
    #expect(try FieldPath("a.x").value(in: document) == nil)
  }
}
