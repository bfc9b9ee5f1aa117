package import Foundation

/// The beginning of a body, for people to read in an error.
enum BodyExcerpt {
  /// The beginning on one line, without control characters: of JSON the outline, of other text what is
  /// not likely to be a secret. Bytes that are not valid UTF-8 are read as ISO 8859-1.
  ///
  /// - Parameter limit: How many bytes of the body it is made of.
  static func text(of body: Data, limit: Int = 512) -> String {
    let beginning = body.prefix(limit)
    let outline = JSONOutline.text(of: Array(beginning)[...]).map { outline in
      outline.text.hasSuffix(" …") && body.count > limit
        ? String(outline.text.dropLast(2)) : outline.text
    }
    let words = (outline ?? Charset.text(of: beginning).redacted).split {
      $0.isWhitespace || $0.isNewline
    }.joined(separator: " ")
    let printable = String(
      words.unicodeScalars.filter { $0.properties.generalCategory != .control })
    // The outline of many short values is longer than the values.
    let isCut = body.count > limit || printable.count > 2 * limit
    return isCut ? printable.prefix(2 * limit) + " …" : printable
  }
}

/// What bytes mean as text when nobody can be trusted to say it.
package enum Charset {
  /// The text in UTF-8 if it is that (but for a character cut off at the end), else in ISO 8859-1.
  package static func text(of bytes: Data) -> String {
    for cutOff in 0...3 where bytes.count >= cutOff {
      if let text = String(validating: bytes.dropLast(cutOff), as: UTF8.self) { return text }
    }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// The same document in UTF-8: unchanged if it is that, else taken for ISO 8859-1.
  package static func utf8(_ bytes: Data) -> Data {
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return Data(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
  }
}
