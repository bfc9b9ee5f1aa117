import EndpointGeneration

/// Forms names for definitions from those of a document.
struct NameRules {
  /// The word for the vendor in the media type, such as `atlas` in `application/vnd.atlas+json`.
  let vendor: String?

  init(mediaType: String?) {
    let match = mediaType?.firstMatch(of: /\/vnd\.([a-z0-9]+)/)
    vendor = match.map { String($0.1) }
  }

  /// Returns the possible names of a component's type, the best first.
  func typeNames(for name: String) -> [String] {
    let dateless = name.replacing(/(19|20)[0-9]{6}/, with: "")
    let words = SwiftName.words(of: dateless)
    var candidates = [joined(stripped(words)), joined(words), joined(SwiftName.words(of: name))]
    candidates.removeAll { !$0.isTypeName }
    return candidates
  }

  /// Returns the possible names of an operation's endpoint, the best first.
  ///
  /// Of an identifier with a tag before a slash or a full stop, the rest suffices.
  func endpointNames(for id: String) -> [String] {
    var candidates: [String] = []
    if let separator = id.lastIndex(where: { $0 == "/" || $0 == "." }), !id.contains(" ") {
      let rest = id[id.index(after: separator)...]
      if SwiftName.words(of: String(rest)).count > 1 {
        candidates.append(joined(SwiftName.words(of: String(rest))))
      }
    }
    // Without an identifier, the method and the path are the name.
    let space = id.firstIndex(of: " ") ?? id.startIndex
    let name = id[..<space].lowercased() + id[space...]
    candidates.append(joined(SwiftName.words(of: name.replacing("{", with: " by "))))
    return candidates.filter(\.isTypeName)
  }

  /// Returns the name of a tag: `X.509 Authentication` becomes `X509Authentication`.
  func tagName(for name: String) -> String {
    let joined = joined(SwiftName.words(of: name))
    return joined.isTypeName ? joined : joined.isEmpty ? "Endpoints" : "Tag" + joined
  }

  /// Returns the words of a name without those that only say how the document was made.
  func stripped(_ words: [String]) -> [String] {
    var words = words
    let suffixes: Set = ["view", "dto", "response", vendor ?? "dto"]
    while words.count > 1, let last = words.last?.lowercased(), suffixes.contains(last) {
      words.removeLast()
    }
    if words.count > 1, words[0].lowercased() == "api",
      !["key", "keys", "token", "tokens"].contains(words[1].lowercased())
    {
      words.removeFirst()
    }
    if let vendor, words.count > 1, words[0].lowercased() == vendor { words.removeFirst() }
    if words.count > 1, words[0].lowercased() == "paginated" {
      words = stripped(Array(words.dropFirst())) + ["Page"]
    }
    return words
  }

  /// Returns a name in upper camel case.
  func joined(_ words: [String]) -> String { words.map(SwiftName.capitalised).joined() }
}

extension String {
  var isTypeName: Bool { wholeMatch(of: /[A-Z][A-Za-z0-9]*/) != nil }

  /// The name of one of several things.
  var singular: String {
    if hasSuffix("ies") { return dropLast(3) + "y" }
    let isPlural = hasSuffix("s") && !hasSuffix("ss") && !hasSuffix("us") && !hasSuffix("is")
    return isPlural && count > 3 ? String(dropLast()) : self
  }

  /// The name of a file for a name in upper camel case: `CloudBackups` becomes `cloud-backups`.
  var fileName: String {
    SwiftName.words(of: self).map { $0.lowercased() }.joined(separator: "-")
  }
}
