/// The definition language as an XML Schema, for editors.
///
/// It is generated from the grammar of the reader. The reader rejects everything that it rejects,
/// and more, such as unknown names.
package enum DefinitionSchema {
  /// The schema, an `.xsd` file.
  package static var xsd: String {
    var writer = SchemaWriter()
    writer.schema()
    return writer.text
  }
}

/// Writes a schema.
private struct SchemaWriter {
  private(set) var text = ""
  private var depth = 0

  mutating func schema() {
    line(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    let namespace = Grammar.namespace
    block(
      "xs:schema",
      #"xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="\#(namespace)" targetNamespace="\#(namespace)" elementFormDefault="qualified""#
    ) { writer in
      for name in Grammar.roots {
        writer.line(#"<xs:element name="\#(name)" type="\#(name)"/>"#)
      }
      writer.line(#"<xs:element name="generation" type="generation.generation"/>"#)
      for (name, rule) in Grammar.rules.sorted(by: { $0.key < $1.key }) { writer.type(name, rule) }
      for (name, rule) in Grammar.generationRules.sorted(by: { $0.key < $1.key }) {
        writer.type(name, rule, prefix: "generation.")
      }
      writer.simpleType("nonempty", base: "xs:string", #"<xs:pattern value="[\s\S]*\S[\s\S]*"/>"#)
      writer.simpleType(
        "flag", base: "xs:string", #"<xs:enumeration value="true"/>"#,
        #"<xs:enumeration value="false"/>"#)
      writer.simpleType("number", base: "xs:string", #"<xs:pattern value="-?[0-9]+(\.[0-9]+)?"/>"#)
      writer.simpleType("integer", base: "xs:string", #"<xs:pattern value="[+\-]?[0-9]+"/>"#)
    }
  }

  /// The type of an element.
  ///
  /// - Parameter prefix: What distinguishes the types of `generation.xml`.
  private mutating func type(_ name: String, _ rule: Grammar.Rule, prefix: String = "") {
    block("xs:complexType", #"name="\#(prefix)\#(name)""#) { writer in
      writer.documentation(rule.summary)
      if rule.isText {
        writer.block("xs:simpleContent") { writer in
          writer.block("xs:extension", #"base="nonempty""#) { writer in
            rule.attributes.forEach { writer.attribute($0) }
          }
        }
        return
      }
      if !rule.children.isEmpty {
        // In any order; the reader checks how often each appears.
        writer.block("xs:choice", #"minOccurs="0" maxOccurs="unbounded""#) { writer in
          for child in rule.children {
            writer.line(#"<xs:element name="\#(child)" type="\#(prefix)\#(child)"/>"#)
          }
        }
      }
      rule.attributes.forEach { writer.attribute($0) }
      if Grammar.roots.contains(name) {
        writer.line(
          #"<xs:anyAttribute namespace="http://www.w3.org/XML/1998/namespace" processContents="skip"/>"#
        )
      }
    }
  }

  private mutating func attribute(_ attribute: any AttributeRule) {
    let use = attribute.isRequired ? #" use="required""# : ""
    if case .choice(let values) = attribute.form {
      return block("xs:attribute", #"name="\#(attribute.name)"\#(use)"#) { writer in
        writer.documentation(attribute.summary)
        writer.block("xs:simpleType") { writer in
          writer.block("xs:restriction", #"base="xs:string""#) { writer in
            for value in values { writer.line(#"<xs:enumeration value="\#(value)"/>"#) }
          }
        }
      }
    }
    let type =
      switch attribute.form {
      case .bool: "flag"
      case .integer: "integer"
      case .number: "number"
      case .text, .choice: "nonempty"
      }
    block("xs:attribute", #"name="\#(attribute.name)" type="\#(type)"\#(use)"#) { writer in
      writer.documentation(attribute.summary)
    }
  }

  private mutating func simpleType(_ name: String, base: String, _ facets: String...) {
    block("xs:simpleType", #"name="\#(name)""#) { writer in
      writer.block("xs:restriction", #"base="\#(base)""#) { writer in
        facets.forEach { writer.line($0) }
      }
    }
  }

  private mutating func documentation(_ summary: String) {
    let escaped = summary.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    block("xs:annotation") { $0.line("<xs:documentation>\(escaped)</xs:documentation>") }
  }

  private mutating func block(
    _ name: String, _ attributes: String = "", _ body: (inout SchemaWriter) -> Void
  ) {
    line("<\(name)\(attributes.isEmpty ? "" : " ")\(attributes)>")
    depth += 1
    body(&self)
    depth -= 1
    line("</\(name)>")
  }

  private mutating func line(_ content: String) {
    text += String(repeating: "  ", count: depth) + content + "\n"
  }
}
