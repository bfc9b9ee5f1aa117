import EndpointModel
import EndpointRuntime

/// The end of the path of a collection's items, such as `{INDEX-ID}` or `{DATABASE-NAME}/{USERNAME}`.
///
/// Its placeholders name the fields that identify items. `{INDEX-ID}` and `{indexId}` name `indexID`,
/// otherwise `index`, and otherwise `id`. Case, hyphens, and underscores are ignored.
struct ItemTemplate: Sendable, ExpressibleByStringLiteral {
  /// The template as written in the path.
  let text: String
  private let segments: [[PathTemplate.Part]]
  /// The names of the field for each placeholder: all of its words, all but the last, and the last.
  private let names: [String: [String]]
  /// The last placeholder, without differences between spellings; `nil` if there is none.
  private let lastName: String?

  init(_ text: String) {
    self.text = text
    let template = PathTemplate("/" + text)
    segments = template.segments
    lastName = template.placeholders.last.map(Self.plain)
    names = Dictionary(template.placeholders.map { ($0, Self.names($0)) }) { first, _ in first }
  }

  init(stringLiteral text: String) { self.init(text) }

  /// The templates that can identify an item: this one, the identifier, and the name.
  var alternatives: [ItemTemplate] { [self, Self.id, Self.name] }

  private static let id: ItemTemplate = "{ID}"
  private static let name: ItemTemplate = "{NAME}"

  /// The number of segments.
  var segmentCount: Int { segments.count }

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
    return filled(by: ItemIdentity(members))
  }

  /// Returns the end of the path of an item; `nil` if the item lacks a field.
  func filled(by identity: ItemIdentity) -> String? {
    filled { placeholder in
      names[placeholder]?.lazy.compactMap { identity.values[$0] }.first
    }
  }

  /// Whether the template has a placeholder.
  func names(_ placeholder: String) -> Bool { names[placeholder] != nil }

  /// Returns the field for a new identifier: `id` or `_id`, or the one that the last placeholder
  /// names with all of its words.
  func identifier(among names: some Collection<String>) -> String {
    ["id", "_id"].first(where: names.contains) ?? names.first { Self.plain($0) == lastName }
      ?? "id"
  }

  /// Returns the fields of an item that its path repeats, by the names that placeholders have.
  func identifyingFields(among members: [String: JSON]) -> Set<String> {
    Set(
      names.values.compactMap { names in
        names.lazy.compactMap { name in members.keys.first { Self.plain($0) == name } }.first
      })
  }

  /// The template without differences between spellings: `{CLUSTER-NAME}` and `{clusterName}` are equal.
  var normalized: String { Self.plain(text) }

  private static func names(_ placeholder: String) -> [String] {
    var words: [String] = [""]
    var previous: Character = "-"
    for character in placeholder {
      let isStart = character.isUppercase && (previous.isLowercase || previous.isNumber)
      if character == "-" || isStart { words.append("") }
      if character != "-" { words[words.count - 1].append(character) }
      previous = character
    }
    words.removeAll(where: \.isEmpty)
    return [words[...], words.dropLast(), words.suffix(1)].map { plain($0.joined()) }
  }

  /// Returns a name in lower case without hyphens and underscores.
  static func plain(_ name: some StringProtocol) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" }
  }
}

/// The values of an item that can be in its path, by the names of their fields without differences
/// between spellings.
struct ItemIdentity: Sendable {
  let values: [String: String]

  init(_ members: [String: JSON]) {
    var values: [String: (name: String, value: String)] = [:]
    for (name, value) in members {
      guard let text = value.plainText else { continue }
      let plain = ItemTemplate.plain(name)
      if let other = values[plain], other.name < name { continue }
      values[plain] = (name, text)
    }
    self.values = values.mapValues(\.value)
  }
}

extension JSON {
  /// A string or an integer as in a path.
  fileprivate var plainText: String? { string ?? integer.map { String($0) } }
}

extension PathTemplate {
  /// The trailing segments that consist of placeholders; `nil` if there are none.
  var tail: ItemTemplate? {
    let tail = segments.reversed().prefix { segment in
      guard case .placeholder = segment.first, case .placeholder = segment.last else {
        return false
      }
      return true
    }
    guard !tail.isEmpty else { return nil }
    let segments = description.split(separator: "/", omittingEmptySubsequences: false)
    return ItemTemplate(segments.suffix(tail.count).joined(separator: "/"))
  }
}

extension EndpointDescriptor {
  /// The trailing segments of the path that consist of placeholders; `nil` if there are none.
  var tail: ItemTemplate? { path.tail }

  /// The path without trailing placeholders.
  var collectionPath: Substring { path.description.dropLast(tail.map { $0.text.count + 1 } ?? 0) }
}
