import EndpointDefinition
import Testing

@Suite("Editing a definition in place")
struct DefinitionEditorTests {
  private func edited(
    _ text: String, _ edit: (inout DefinitionEditor, LocatedElement) -> Void
  ) throws -> String {
    let file = LocatedFile(path: "a.xml", bytes: Array(text.utf8))
    var editor = DefinitionEditor(file)
    edit(&editor, try #require(file.root))
    return String(decoding: editor.result, as: UTF8.self)
  }

  /// A file that is not canonical, so that its layout is its own.
  private static let text = """
    <types xmlns="urn:endpoint-definitions:1">
        <!-- First. -->
        <struct  name="A">
            <field name='a' type="Int"/> <!-- a -->
            <field name="b" type="Int" summary="B."/>

            <field name="c" type="Int"/>
        </struct>
    </types>
    """

  @Test("sets attributes where the grammar has them, and keeps the quotes of others")
  func setsAttributes() throws {
    let result = try edited(Self.text) { editor, root in
      let fields = root.children[0].children
      editor.set("name", to: "it's <&>", of: fields[0])
      editor.set("required", to: "true", of: fields[0])
      editor.set("minimum", to: "1", of: fields[1])
    }
    #expect(
      result
        == Self.text.replacing(
          "name='a' type=\"Int\"",
          with: "name='it&apos;s &lt;&amp;>' type=\"Int\" required=\"true\""
        ).replacing("type=\"Int\" summary", with: "type=\"Int\" minimum=\"1\" summary"))
  }

  @Test("removes attributes with the white space before them")
  func removesAttributes() throws {
    let result = try edited(Self.text) { editor, root in
      editor.set("summary", to: nil, of: root.children[0].children[1])
      editor.set("unit", to: nil, of: root.children[0].children[1])
    }
    #expect(result == Self.text.replacing(" summary=\"B.\"", with: ""))
  }

  @Test("removes elements with their lines and the comments on these")
  func removesElements() throws {
    let result = try edited(Self.text) { editor, root in
      let fields = root.children[0].children
      editor.remove(fields[0])
      editor.remove(fields[2])
    }
    #expect(
      result
        == Self.text.replacing("        <field name='a' type=\"Int\"/> <!-- a -->\n", with: "")
        .replacing("\n\n        <field name=\"c\" type=\"Int\"/>", with: ""))
  }

  @Test("inserts elements with the indentation of their siblings")
  func insertsElements() throws {
    let result = try edited(Self.text) { editor, root in
      let type = root.children[0]
      let new = MarkupElement(name: "field", attributes: [("name", "n"), ("type", "Int")])
      editor.insert(new, into: type, after: type.children[0])
      editor.insert(new, into: type, after: nil)
      editor.remove(type.children[0])
    }
    let line = "\n        <field name=\"n\" type=\"Int\"/>"
    #expect(
      result
        == Self.text.replacing("<struct  name=\"A\">", with: "<struct  name=\"A\">" + line)
        .replacing("\n        <field name='a' type=\"Int\"/> <!-- a -->", with: line))
  }

  @Test("gives content to an empty element")
  func fillsElements() throws {
    let result = try edited(Self.text) { editor, root in
      let field = root.children[0].children[1]
      editor.insert(
        MarkupElement(name: "deprecated", attributes: [], children: [.text("Gone.")]),
        into: field, after: nil)
      editor.set("type", to: "Int64", of: field)
    }
    #expect(
      result
        == Self.text.replacing(
          "<field name=\"b\" type=\"Int\" summary=\"B.\"/>",
          with: """
            <field name="b" type="Int64" summary="B.">
                      <deprecated>Gone.</deprecated>
                    </field>
            """))
  }

  @Test("keeps a byte order mark and the ends of lines")
  func keepsEndsOfLines() throws {
    let text = "\u{FEFF}" + Self.text.replacing("\n", with: "\r\n")
    let result = try edited(text) { editor, root in
      let type = root.children[0]
      editor.insert(
        MarkupElement(name: "field", attributes: [("name", "n"), ("type", "Int")]), into: type,
        after: type.children[2])
      editor.remove(type.children[0])
    }
    #expect(
      result
        == text.replacing("        <field name='a' type=\"Int\"/> <!-- a -->\r\n", with: "")
        .replacing(
          "<field name=\"c\" type=\"Int\"/>",
          with: "<field name=\"c\" type=\"Int\"/>\r\n        <field name=\"n\" type=\"Int\"/>"))
  }

  @Test("edits a file on one line")
  func editsOneLine() throws {
    let text = #"<types xmlns="urn:endpoint-definitions:1"><alias name="A" type="Int"/></types>"#
    let result = try edited(text) { editor, root in
      editor.insert(
        MarkupElement(name: "alias", attributes: [("name", "B"), ("type", "A")]), into: root,
        after: root.children[0])
      editor.remove(root.children[0])
    }
    #expect(
      result
        == "<types xmlns=\"urn:endpoint-definitions:1\">\n  <alias name=\"B\" type=\"A\"/></types>")
  }

  @Test("leaves a canonical file canonical")
  func staysCanonical() throws {
    let text = try DefinitionFormatter().format(Array(Self.text.utf8), path: "a.xml")
    let result = try edited(text) { editor, root in
      editor.set(
        "summary", to: String(repeating: "word ", count: 30), of: root.children[0].children[1])
    }
    #expect(try DefinitionFormatter().format(Array(result.utf8), path: "a.xml") == result)
    #expect(result.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("finds the elements that comments exclude")
  func findsKeptElements() throws {
    let text = """
      <types xmlns="urn:endpoint-definitions:1">
        <!-- sync: keep -->
        <struct name="A"><field name="a" type="Int"/></struct>
        <struct name="B">
          <field name="a" type="Int"/> <!-- sync:keep, as responses have it -->
          <field name="b" type="Int"/>
        </struct>
      </types>
      """
    let root = try #require(LocatedFile(path: "a.xml", bytes: Array(text.utf8)).root)
    let kept = root.children.map(\.isKept) + root.children.flatMap(\.children).map(\.isKept)
    #expect(kept == [true, false, true, true, false])
  }
}
