/// HTML text. Interpolated strings are escaped; interpolated HTML is not.
struct HTML: ExpressibleByStringInterpolation, CustomStringConvertible {
  private(set) var description: String

  init(stringLiteral markup: String) { description = markup }

  init(stringInterpolation: Interpolation) { description = stringInterpolation.text }

  /// Creates HTML that is known to be valid, such as a style sheet.
  init(markup: String) { description = markup }

  var isEmpty: Bool { description.isEmpty }

  static func += (html: inout HTML, other: HTML) { html.description += other.description }

  static func + (a: HTML, b: HTML) -> HTML { HTML(markup: a.description + b.description) }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ html: HTML) { text += html.description }
    mutating func appendInterpolation(_ string: some StringProtocol) {
      text += string.escapedForHTML
    }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
  }
}

extension HTML {
  /// Creates HTML for prose, in which back-ticks enclose code.
  init(prose: String) {
    let parts = prose.replacing("``", with: "`").split(
      separator: "`", omittingEmptySubsequences: false)
    // A back-tick without a counterpart stays as it is.
    guard parts.count % 2 == 1 else {
      self = "\(prose)"
      return
    }
    self = parts.enumerated().map { index, part -> HTML in
      index % 2 == 0 ? "\(part)" : "<code>\(part)</code>"
    }.joined()
  }
}

extension Sequence<HTML> {
  /// The parts, one after another.
  func joined(separator: HTML = "") -> HTML {
    var result: HTML = ""
    var isFirst = true
    for part in self {
      if !isFirst { result += separator }
      result += part
      isFirst = false
    }
    return result
  }
}

extension StringProtocol {
  /// The text with references for the characters that markup consists of.
  fileprivate var escapedForHTML: String {
    guard contains(where: { "&<>\"'".contains($0) }) else { return String(self) }
    return reduce(into: "") { text, character in
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.append(character)
      }
    }
  }
}
