/// A path with placeholders in braces, taken apart once for all calls.
struct PathTemplate: Sendable {
  /// What is between two slashes.
  typealias Segment = [Part]

  /// A chunk of a segment.
  enum Part: Sendable {
    case text(String)
    case placeholder(String)
  }

  /// The segments, without the slashes before them.
  let segments: [Segment]
  /// The names of the placeholders, in order.
  let placeholders: [String]

  init(_ path: String) {
    segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .dropFirst().map(Self.parts)
    placeholders = segments.joined().compactMap { part in
      if case .placeholder(let name) = part { name } else { nil }
    }
  }

  private static func parts(of segment: Substring.UTF8View) -> Segment {
    var parts: Segment = []
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
