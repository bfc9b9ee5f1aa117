import EndpointModel
import EndpointRuntime

/// The end of the path of a collection's items, such as `{INDEX-ID}` or `{DATABASE-NAME}/{USERNAME}`.
///
/// Its placeholders name the members that tell items apart. `{INDEX-ID}` names `indexID`, or `index`
/// where an item has none, or else `id`: capitals, hyphens and underscores do not matter.
struct ItemTemplate: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The template as a path has it.
  let text: String

  init(_ text: String) { self.text = text }
  init(stringLiteral text: String) { self.init(text) }

  /// What an item may be known by: what the template says, or else its identifier, or else its name.
  var alternatives: [ItemTemplate] { [self, "{ID}", "{NAME}"] }

  /// How many segments it takes of a path.
  var segmentCount: Int { text.count { $0 == "/" } + 1 }

  private var segments: [[PathTemplate.Part]] { PathTemplate("/" + text).segments }

  /// The end of the path with these values, if there is one for each placeholder.
  func filled(by value: (_ placeholder: String) -> String?) -> String? {
    var filled: [String] = []
    for segment in segments {
      var result = ""
      for part in segment {
        switch part {
        case .text(let text): result += text
        case .placeholder(let name):
          guard let value = value(name) else { return nil }
          result += value
        }
      }
      filled.append(result)
    }
    return filled.joined(separator: "/")
  }

  /// The end of the path of an item, if it has all members that the placeholders name.
  func filled(by item: JSON) -> String? {
    guard case .object(let members) = item else { return nil }
    return filled { placeholder in
      Self.names(placeholder).lazy.compactMap { name in
        members.keys.filter { Self.plain($0) == name }.min().flatMap { members[$0]?.plainText }
      }.first
    }
  }

  /// The member that a new identifier is given to: `id` or `_id`, or else the one that the last
  /// placeholder names by all of its words.
  func identifier(among names: some Collection<String>) -> String {
    let last = PathTemplate("/" + text).placeholders.last.map(Self.plain)
    return ["id", "_id"].first(where: names.contains) ?? names.first { Self.plain($0) == last }
      ?? "id"
  }

  /// How a placeholder can name a member: by all of its words, by all but the last, by the last.
  private static func names(_ placeholder: String) -> [String] {
    let words = placeholder.split(separator: "-")
    return [words[...], words.dropLast(), words.suffix(1)].map { plain($0.joined()) }
  }

  private static func plain(_ name: some StringProtocol) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" }
  }
}

extension JSON {
  /// A string or a whole number as a path has it.
  fileprivate var plainText: String? { string ?? integer.map { String($0) } }
}

extension EndpointDescriptor {
  /// The segments at the end of the path that are placeholders and nothing else, if there are any.
  var tail: ItemTemplate? {
    let tail = path.segments.reversed().prefix { segment in
      guard case .placeholder = segment.first, case .placeholder = segment.last else {
        return false
      }
      return true
    }
    guard !tail.isEmpty else { return nil }
    let segments = path.description.split(separator: "/", omittingEmptySubsequences: false)
    return ItemTemplate(segments.suffix(tail.count).joined(separator: "/"))
  }

  /// The path without the placeholders at its end.
  var collectionPath: Substring { path.description.dropLast(tail.map { $0.text.count + 1 } ?? 0) }
}
