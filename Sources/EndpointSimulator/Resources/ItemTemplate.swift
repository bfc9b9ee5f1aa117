import EndpointModel
import EndpointRuntime

/// The end of the path of a collection's items, such as `{INDEX-ID}` or `{DATABASE-NAME}/{USERNAME}`.
///
/// Its placeholders name the fields that identify items. `{INDEX-ID}` and `{indexId}` name `indexID`,
/// otherwise `index`, and otherwise `id`. Case, hyphens, and underscores are ignored.
struct ItemTemplate: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The template as written in the path.
  let text: String

  init(_ text: String) { self.text = text }
  init(stringLiteral text: String) { self.init(text) }

  /// The templates that can identify an item: this one, the identifier, and the name.
  var alternatives: [ItemTemplate] { [self, "{ID}", "{NAME}"] }

  /// The number of segments.
  var segmentCount: Int { text.count { $0 == "/" } + 1 }

  private var segments: [[PathTemplate.Part]] { PathTemplate("/" + text).segments }

  /// Returns the end of the path with values; `nil` if a placeholder has none.
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

  /// Returns the end of the path of an item; `nil` if the item lacks a field.
  func filled(by item: JSON) -> String? {
    guard case .object(let members) = item else { return nil }
    return filled { placeholder in
      Self.names(placeholder).lazy.compactMap { name in
        members.keys.filter { Self.plain($0) == name }.min().flatMap { members[$0]?.plainText }
      }.first
    }
  }

  /// Returns the field for a new identifier: `id` or `_id`, or the one that the last placeholder
  /// names with all of its words.
  func identifier(among names: some Collection<String>) -> String {
    let last = PathTemplate("/" + text).placeholders.last.map(Self.plain)
    return ["id", "_id"].first(where: names.contains) ?? names.first { Self.plain($0) == last }
      ?? "id"
  }

  /// The template without differences between spellings: `{CLUSTER-NAME}` and `{clusterName}` are equal.
  var normalized: ItemTemplate { ItemTemplate(Self.plain(text)) }

  /// Returns the names of the field for a placeholder: all of its words, all but the last, and the
  /// last.
  private static func names(_ placeholder: String) -> [String] {
    let words = placeholder.replacing(/[a-z0-9](?=[A-Z])/) { $0.output + "-" }.split(separator: "-")
    return [words[...], words.dropLast(), words.suffix(1)].map { plain($0.joined()) }
  }

  private static func plain(_ name: some StringProtocol) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" }
  }
}

extension JSON {
  /// A string or an integer as in a path.
  fileprivate var plainText: String? { string ?? integer.map { String($0) } }
}

extension EndpointDescriptor {
  /// The trailing segments that consist of placeholders; `nil` if there are none.
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

  /// The path without trailing placeholders.
  var collectionPath: Substring { path.description.dropLast(tail.map { $0.text.count + 1 } ?? 0) }
}
