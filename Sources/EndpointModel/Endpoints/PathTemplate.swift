/// A path with `{PLACEHOLDERS}`, several of which may share a segment.
public struct PathTemplate: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral
{
  /// Fixed text or a placeholder.
  public enum Part: Hashable, Sendable {
    /// Fixed text, sent as it is.
    case text(String)
    /// The name of a placeholder, without its braces.
    case placeholder(String)
  }

  /// The template as a definition writes it.
  public let description: String
  /// The parts of each segment, without the slash before the segment.
  public let segments: [[Part]]
  /// The names of the placeholders, from left to right.
  public let placeholders: [String]

  /// Creates a template.
  ///
  /// - Parameter text: A path that begins with a slash. Braces without a counterpart are fixed text.
  public init(_ text: String) {
    description = text
    segments = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .dropFirst().map(Self.parts)
    placeholders = segments.joined().compactMap { part in
      if case .placeholder(let name) = part { name } else { nil }
    }
  }

  /// Creates a template.
  public init(stringLiteral text: String) { self.init(text) }

  private static func parts(of segment: Substring.UTF8View) -> [Part] {
    var parts: [Part] = []
    var rest = segment
    while let start = rest.firstIndex(of: UInt8(ascii: "{")),
      let end = rest[start...].firstIndex(of: UInt8(ascii: "}"))
    {
      if start > rest.startIndex { parts.append(.text(String(Substring(rest[..<start])))) }
      parts.append(.placeholder(String(Substring(rest[rest.index(after: start)..<end]))))
      rest = rest[end...].dropFirst()
    }
    if !rest.isEmpty { parts.append(.text(String(Substring(rest)))) }
    return parts
  }
}
