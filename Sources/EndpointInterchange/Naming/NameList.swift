/// Names for the parts of a document, from a file.
///
/// Each line has a kind, the name in the document, in quotes if it has spaces, and the name in the
/// definitions: `operation listClusters ListClusters`. Empty lines and lines that begin with `#`
/// are ignored.
package struct NameList: Sendable {
  /// The part of a document that is named.
  package enum Kind: String, CaseIterable, Sendable {
    case operation
    case schema
    case tag
  }

  private(set) var names: [Kind: [String: String]] = [:]

  /// A list without names.
  package init() {}

  /// Reads a list.
  package init(_ text: String, file: String) throws(DocumentFailure) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = Self.words(of: line)
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      guard words.count == 3, let kind = Kind(rawValue: first) else {
        let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw DocumentFailure(
          "expected one of \(kinds), the name in the document, and the name in the definitions",
          file: file, position: .init(line: index + 1, column: 1))
      }
      guard words[2].wholeMatch(of: /[A-Z][A-Za-z0-9]*/) != nil else {
        throw DocumentFailure(
          "the name '\(words[2])' must begin with a capital and contain only ASCII letters and digits",
          file: file, position: .init(line: index + 1, column: 1))
      }
      names[kind, default: [:]][words[1]] = words[2]
    }
  }

  /// Returns the name of a part; `nil` if the list has none.
  subscript(_ kind: Kind, _ source: String) -> String? { names[kind]?[source] }

  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    var rest = line.drop(while: \.isWhitespace)
    while let first = rest.first {
      let isQuoted = first == "\""
      if isQuoted { rest = rest.dropFirst() }
      let word = rest.prefix { isQuoted ? $0 != "\"" : !$0.isWhitespace }
      words.append(String(word))
      rest = rest[word.endIndex...].dropFirst(isQuoted ? 1 : 0).drop(while: \.isWhitespace)
    }
    return words
  }
}
