/// A chunk of an XML file as its author wrote it: nothing is decoded, nothing is left out.
enum MarkupNode {
  /// An element with all that is in it.
  case element(MarkupElement)
  /// A run of text, references and white space included.
  case text(String)
  /// A comment, a CDATA section or a processing instruction, with its delimiters.
  case verbatim(Verbatim)

  /// Text that keeps its every character.
  struct Verbatim {
    var text: String
    /// The column of its first character, counted from 0.
    var column: Int

    var isComment: Bool { text.hasPrefix("<!--") }
  }
}

/// An element as its author wrote it.
struct MarkupElement {
  var name: String
  /// The attributes' names and values in the author's order; values keep their references.
  var attributes: [(name: String, value: String)]
  var children: [MarkupNode]

  /// Whether there is nothing but white space in it.
  var isEmpty: Bool {
    children.allSatisfy { if case .text(let text) = $0 { text.isMarkupSpace } else { false } }
  }

  /// Whether it has an element in it.
  var hasElements: Bool {
    children.contains { if case .element = $0 { true } else { false } }
  }
}

extension Character {
  /// Whether it is white space by XML's grammar; a no-break space is none.
  var isMarkupSpace: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" }
}

extension StringProtocol {
  /// Whether all of it is white space by XML's grammar.
  var isMarkupSpace: Bool { allSatisfy(\.isMarkupSpace) }

  /// The words that XML's white space separates.
  var markupWords: [SubSequence] { split(whereSeparator: \.isMarkupSpace) }
}
