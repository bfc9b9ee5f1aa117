/// A part of an XML file as written, with nothing decoded or omitted.
package enum MarkupNode {
  /// An element with its content.
  case element(MarkupElement)
  /// Text with its references and white space.
  case text(String)
  /// A comment, a CDATA section, or a processing instruction, with its delimiters.
  case verbatim(Verbatim)

  /// The element; `nil` for other nodes.
  var element: MarkupElement? { if case .element(let element) = self { element } else { nil } }

  /// Text that is kept character by character.
  package struct Verbatim {
    package var text: String
    /// The column of the first character, from 0.
    package var column: Int

    /// Creates a part that is at a column.
    package init(text: String, column: Int = 0) {
      self.text = text
      self.column = column
    }

    package var isComment: Bool { text.hasPrefix("<!--") }
  }
}

/// An element as written.
package struct MarkupElement {
  package var name: String
  /// The names and values of the attributes in their order; values keep their references.
  package var attributes: [(name: String, value: String)]
  package var children: [MarkupNode]

  /// Creates an element.
  package init(
    name: String, attributes: [(name: String, value: String)], children: [MarkupNode] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  /// Returns the value of an attribute as written.
  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The text, if there is nothing else.
  var plainText: String? {
    var text = ""
    for node in children {
      guard case .text(let part) = node else { return nil }
      text += part
    }
    return text
  }

  /// Whether it contains only white space.
  var isEmpty: Bool {
    children.allSatisfy { if case .text(let text) = $0 { text.isMarkupSpace } else { false } }
  }

  /// Whether it contains an element.
  var hasElements: Bool {
    children.contains { if case .element = $0 { true } else { false } }
  }
}

extension Character {
  /// Whether the character is white space in XML, where a no-break space is not.
  var isMarkupSpace: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" }
}

extension StringProtocol {
  /// Whether all characters are white space in XML.
  var isMarkupSpace: Bool { allSatisfy(\.isMarkupSpace) }

  /// The words that are separated by white space in XML.
  var markupWords: [SubSequence] { split(whereSeparator: \.isMarkupSpace) }
}
