import Foundation
import TestSupport
import Testing

@Suite("endpoints format")
struct FormatTests {
  /// What the formatter makes of the animals of a zoo.
  private func formatted(_ text: String) async throws -> String {
    var formatted = ""
    try await Zoo.run { zoo in
      try zoo.write(text, to: "animals.xml")
      let result = try await zoo.run("format", "zoo/animals.xml")
      #expect(result.status == 0)
      #expect(result.error == "")
      formatted = try zoo.read("animals.xml")
    }
    return formatted
  }

  private func endpoints(_ content: String) -> String {
    "<endpoints xmlns=\"urn:endpoint-definitions:1\" tag=\"G\">\n\(content)\n</endpoints>\n"
  }

  @Test("leaves canonical files as they are")
  func canonical() async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.run("format", zoo.path)
      #expect(result.status == 0)
      #expect(result.output == "")
      #expect(try zoo.read("animals.xml") == Zoo.animals)
      #expect(try await zoo.run("format", zoo.path, "--check").status == 0)
    }
  }

  @Test(
    "is idempotent on this package's definitions, which stay valid",
    arguments: Zoo.packageFolders)
  func idempotence(folder: URL) async throws {
    let copy = try TemporaryFolder()
    defer { copy.remove() }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try copy.write(
        String(contentsOf: folder.appending(path: name), encoding: .utf8), to: "d/\(name)")
    }
    let tool = Command("endpoints")
    func generated() async throws -> [String] {
      _ = try await tool.run(["generate", "d", "--output", "out"], in: copy.url)
      let names = try FileManager.default.contentsOfDirectory(atPath: copy.url.path + "/out")
      return try names.sorted().map { try copy.read("out/\($0)") }
    }
    let before = try await generated()
    #expect(try await tool.run(["format", "d"], in: copy.url).status == 0)
    let again = try await tool.run(["format", "d", "--check"], in: copy.url)
    #expect(again.status == 0, "\(again.error)")
    #expect(try await tool.run(["lint", "d"], in: copy.url).error == "")
    #expect(try await generated() == before)
    #expect(before.count >= 2)
  }

  @Test("converts any layout to the canonical one")
  func anyLayout() async throws {
    try await Zoo.run { zoo in
      var generator = SplitMix(state: 7)
      let count = 40
      for number in 0..<count {
        try zoo.folder.write(
          Self.disturbed(Zoo.animals, by: &generator), to: "variants/\(number).xml")
      }
      let result = try await zoo.run("format", "variants")
      #expect(result.status == 0, "\(result.error)")
      for number in 0..<count {
        #expect(try zoo.folder.read("variants/\(number).xml") == Zoo.animals)
      }
    }
  }

  /// The same file with other white space between tags, attributes and words.
  private static func disturbed(_ text: String, by generator: inout SplitMix) -> String {
    var result = ""
    var rest = text[...]
    var isInValue = false
    while let character = rest.first {
      let space = rest.prefix { $0 == " " || $0 == "\n" }
      guard !isInValue, !space.isEmpty else {
        if character == "\"" { isInValue.toggle() }
        result.append(rest.removeFirst())
        continue
      }
      // Empty lines between members are the author's.
      let hasEmptyLine = space.count { $0 == "\n" } > 1
      let others = hasEmptyLine ? ["\n\n", " \r\n\t\n"] : [" ", "\n", "\t ", " \r\n ", "   "]
      result += others.randomElement(using: &generator) ?? " "
      rest = rest.dropFirst(space.count)
    }
    return result
  }

  @Test("sorts attributes, on one line if they fit")
  func attributes() async throws {
    let long = String(repeating: "x", count: 80)
    let text = endpoints(
      """
      <endpoint path='/a' method = "GET"
        name="GetA"><response type='JSON' status="200"/><summary>It says "hi" &amp; 'ho'.</summary></endpoint>
      <endpoint path="/\(long)" method="GET" name="GetB"><summary>B</summary><response status="200"/></endpoint>
      """)
    #expect(
      try await formatted(text)
        == endpoints(
          """
            <endpoint name="GetA" method="GET" path="/a" summary="It says &quot;hi&quot; &amp; 'ho'.">
              <response status="200" type="JSON"/>
            </endpoint>

            <endpoint name="GetB" method="GET"
                path="/\(long)"
                summary="B">
              <response status="200"/>
            </endpoint>
          """))
  }

  @Test("keeps comments, CDATA sections, and references")
  func kept() async throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- Before
           the root. -->
      <endpoints xmlns="urn:endpoint-definitions:1" tag="G">
      <!-- first -->
          <!-- About A.
                 Further in. -->
      <struct name="A"><!-- inside --><field name="a" type="JSON"/> <!-- beside a -->
      <field name="b" type="String"/>


      <!-- above c -->
      <field name="c" type='String' swift-name="c&#x31;"/></struct>
      <struct name="B"></struct>
      <struct name="C">
      <summary>One &lt;two&gt; &#160;&quot;three&quot;
      <!-- not text --> four.</summary>
      <description><![CDATA[ if a < b
        then  c ]]></description>
      </struct>
      <!-- last -->
      </endpoints>
      <!-- after -->
      """
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- Before
           the root. -->
      <endpoints xmlns="urn:endpoint-definitions:1" tag="G">
        <!-- first -->
        <!-- About A.
               Further in. -->
        <struct name="A">
          <!-- inside -->
          <field name="a" type="JSON"/> <!-- beside a -->
          <field name="b" type="String"/>

          <!-- above c -->
          <field name="c" type="String" swift-name="c&#x31;"/>
        </struct>

        <struct name="B"/>

        <struct name="C">
          <summary>One &lt;two&gt; &#160;&quot;three&quot;
      <!-- not text --> four.</summary>
          <description><![CDATA[ if a < b
        then  c ]]></description>
        </struct>

        <!-- last -->
      </endpoints>
      <!-- after -->

      """
    #expect(try await formatted(text) == expected)
    #expect(try await formatted(expected) == expected)
  }

  @Test("wraps text, and keeps paragraphs and the lines of examples")
  func text() async throws {
    let words = Array(repeating: "word", count: 30).joined(separator: " ")
    let text = endpoints(
      """
      <struct name="A"><summary>  Short
        enough. </summary><description>\(words)

      \t
      Second.</description>
      <field name="a" type="String" required="true"/>
      <example>{"a":   "x   y",
                 "b": 1}</example>
      <example name="short">
        {"a": "z"}
      </example></struct>
      """)
    let expected = endpoints(
      """
        <struct name="A" summary="Short enough.">
          <description>
            \(Array(repeating: "word", count: 19).joined(separator: " "))
            \(Array(repeating: "word", count: 11).joined(separator: " "))

            Second.
          </description>
          <field name="a" type="String" required="true"/>
          <example>
            {"a":   "x   y",
            "b": 1}
          </example>
          <example name="short">{"a": "z"}</example>
        </struct>
      """)
    #expect(try await formatted(text) == expected)
    #expect(try await formatted(expected) == expected)
  }

  @Test("writes line feeds and removes a byte order mark")
  func lineEnds() async throws {
    let text = "\u{FEFF}" + Zoo.animals.replacing("\n", with: "\r\n")
    #expect(try await formatted(text) == Zoo.animals)
  }

  @Test("follows symbolic links")
  func symbolicLinks() async throws {
    try await Zoo.run(replacing: "    <", with: "<") { zoo in
      let link = zoo.folder.url.appending(path: "link.xml")
      let file = zoo.folder.url.appending(path: "zoo/animals.xml")
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
      let result = try await zoo.run("format", "link.xml")
      #expect(result.status == 0)
      #expect(try zoo.read("animals.xml") == Zoo.animals)
      #expect(try link.resourceValues(forKeys: [.isSymbolicLinkKey]).isSymbolicLink == true)
    }
  }

  @Test("names the files that would change with --check, and changes nothing")
  func check() async throws {
    try await Zoo.run(replacing: "    <", with: "<") { zoo in
      let before = try zoo.read("animals.xml")
      let result = try await zoo.run("format", zoo.path, "--check")
      #expect(result.status == 1)
      #expect(
        result.error
          == "zoo/animals.xml:1:1: error: the layout is not canonical; run 'swift package "
          + "--allow-writing-to-package-directory endpoints format'\n")
      #expect(try zoo.read("animals.xml") == before)
      let formatting = try await zoo.run("format", zoo.path)
      #expect(formatting.output == "formatted zoo/animals.xml\n")
      #expect(try zoo.read("animals.xml") == Zoo.animals)
    }
  }

  @Test(
    "leaves files with errors unchanged, and formats the others",
    arguments: [
      ("</struct>", "</strukt>"), ("<struct name", "<strukt name"), ("method=", "metod="),
      ("<endpoints", "<!DOCTYPE a><endpoints"),
    ])
  func rejections(old: String, new: String) async throws {
    try await Zoo.run(replacing: old, with: new) { zoo in
      let before = try zoo.read("animals.xml")
      try zoo.write(Zoo.api.replacing("\n  ", with: "\n"), to: "api.xml")
      let result = try await zoo.run("format", zoo.path)
      #expect(result.status == 1)
      #expect(result.error.contains("zoo/animals.xml:"))
      #expect(result.output == "formatted zoo/api.xml\n")
      #expect(try zoo.read("animals.xml") == before)
      #expect(try zoo.read("api.xml") == Zoo.api)
    }
  }

  @Test("requires an existing file or folder")
  func usage() async throws {
    try await Zoo.run { zoo in
      for arguments in [["format"], ["format", "nowhere"]] {
        let result = try await zoo.tool.run(arguments, in: zoo.folder.url)
        #expect(result.status == 2)
      }
    }
  }
}
