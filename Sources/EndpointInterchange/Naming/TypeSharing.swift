import EndpointDefinition
import EndpointGeneration
import EndpointModel

/// Finds types of the same structure whose names say the same, so that they become one.
struct TypeSharing {
  let rules: NameRules
  let names: NameList
  var declarations: [String: ImportedDeclaration]
  var keys: [String]
  /// The type that replaces a type.
  private(set) var replacements: [String: String] = [:]
  /// The words that several shared types have in common, by the key of the type that remains.
  private(set) var words: [String: [String]] = [:]

  init(
    _ declarations: [String: ImportedDeclaration], keys: [String], rules: NameRules,
    names: NameList
  ) {
    self.declarations = declarations
    self.keys = keys
    self.rules = rules
    self.names = names
  }

  /// Replaces types by others until no two can be shared.
  mutating func share() {
    while true {
      let found = replaceable()
      if found.isEmpty { return }
      for (key, other) in found {
        replacements[key] = other
        declarations[key] = nil
      }
      keys.removeAll { found[$0] != nil }
      for key in keys {
        declarations[key]?.draft.replaceReferences { $0.renamed { found[$0] ?? $0 } }
      }
    }
  }

  /// Returns the type that remains of a type.
  func remaining(_ key: String) -> String {
    var key = key
    while let other = replacements[key] { key = other }
    return key
  }

  private mutating func replaceable() -> [String: String] {
    var bySignature: [String: [String]] = [:]
    for key in keys {
      guard let declaration = declarations[key] else { continue }
      bySignature[declaration.draft.signature, default: []].append(key)
    }
    var found: [String: String] = [:]
    for group in bySignature.values where group.count > 1 {
      var remaining: [String] = []
      for key in group {
        if let other = remaining.first(where: { canShare($0, key) }) {
          found[key] = other
          words[other] = common(words[other] ?? nameWords(other), words[key] ?? nameWords(key))
        } else {
          remaining.append(key)
        }
      }
    }
    return found
  }

  /// Whether two types of the same structure are about the same thing by their names.
  private func canShare(_ a: String, _ b: String) -> Bool {
    guard let first = declarations[a]?.scope, let second = declarations[b]?.scope else {
      return false
    }
    switch (names[.schema, a], names[.schema, b]) {
    case (let a?, let b?): return a == b
    case (nil, nil): break
    default: return false
    }
    if !first.isComponent || !second.isComponent {
      // Inside of other types, properties of one name are the same thing.
      return !first.isComponent && !second.isComponent && first.part == second.part
        && first.part.count > 4
    }
    let (one, other) = (essence(words[a] ?? nameWords(a)), essence(words[b] ?? nameWords(b)))
    guard let last = one.last, last == other.last else { return false }
    return one == other || common(one, other).count > 1
  }

  private func nameWords(_ key: String) -> [String] {
    SwiftName.words(
      of: (declarations[key]?.scope.part ?? key).replacing(/(19|20)[0-9]{6}/, with: "")
    )
    .map(SwiftName.capitalised)
  }

  /// The words that say what a type is about.
  private func essence(_ words: [String]) -> [String] {
    let others: Set = [
      "Create", "Update", "Request", "Response", "View", "API", "Input", "Output", "DTO",
    ]
    let kept = rules.stripped(words).filter { !others.contains($0) }
    return kept.isEmpty ? words : kept
  }

  /// The longest sequence of words that both names have.
  private func common(_ a: [String], _ b: [String]) -> [String] {
    var best = [[[String]]](
      repeating: [[String]](repeating: [], count: b.count + 1), count: a.count + 1)
    for i in a.indices {
      for j in b.indices {
        best[i + 1][j + 1] =
          a[i] == b[j]
          ? best[i][j] + [a[i]]
          : best[i][j + 1].count >= best[i + 1][j].count ? best[i][j + 1] : best[i + 1][j]
      }
    }
    return best[a.count][b.count]
  }
}

extension TypeDraft {
  /// A string that is equal for types of the same structure.
  fileprivate var signature: String {
    switch form {
    case .structure(let fields, _):
      "struct "
        + fields.map { field in
          "\(field.name):\(field.type)\(field.isRequired ? "!" : "")\(field.isNullable ? "?" : "")"
            + (field.unit?.rawValue ?? "") + (field.swiftName ?? "")
            + (field.access?.rawValue ?? "") + field.constraints.signature
        }.sorted().joined(separator: ";")
    case .enumeration(let cases): "enum " + cases.map(\.value).sorted().joined(separator: ";")
    case .union(let discriminator, let variants):
      "union \(discriminator ?? "") "
        + variants.map { "\($0.value ?? "")=\($0.type)" }.joined(separator: ";")
    case .alias(let type): "alias \(type)"
    }
  }
}

extension ParameterConstraints {
  fileprivate var signature: String {
    if self == .init() { return "" }
    let bounds = [minimum?.decimal, maximum?.decimal, pattern].map { $0 ?? "" }
    let counts = [minLength, maxLength, minItems, maxItems].map { $0.map(String.init) ?? "" }
    return (bounds + counts + values).joined(separator: ",") + (uniqueItems ? "unique" : "")
  }
}
