/// A path with `{PLACEHOLDERS}`, several of which may share a segment.
public struct PathTemplate: Hashable, Sendable, CustomStringConvertible {
  /// A run of fixed text or one placeholder.
  public enum Part: Hashable, Sendable {
    /// Fixed text, sent as it is.
    case text(String)
    /// The name of a placeholder, without its braces.
    case placeholder(String)
  }

  /// The parts, of which no two neighbours are text.
  public var parts: [Part]

  /// Creates a template of its parts.
  public init(parts: [Part]) { self.parts = parts }

  /// The names of the placeholders, from left to right.
  public var placeholders: [String] {
    parts.compactMap { part in
      guard case .placeholder(let name) = part else { return nil }
      return name
    }
  }

  /// The template as it is written in a definition.
  public var description: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let name): "{\(name)}"
      }
    }.joined()
  }
}
