import EndpointGeneration
import EndpointModel

/// Chooses the names of endpoints and types, each once.
struct Namer {
  let rules: NameRules
  let names: NameList
  let declarations: [String: ImportedDeclaration]
  /// The words of types that are shared.
  let sharedWords: [String: [String]]
  /// The types that are bodies of requests.
  let bodies: Set<String>
  private(set) var typeNames: [String: String] = [:]
  private var endpointNames: [String: String] = [:]
  private var taken: Set<String>
  /// The numbers of properties of one name that have types of their own.
  private let partCounts: [String: Int]

  init(
    api: String, rules: NameRules, names: NameList, declarations: [String: ImportedDeclaration],
    sharedWords: [String: [String]], bodies: Set<String>
  ) {
    self.rules = rules
    self.names = names
    self.declarations = declarations
    self.sharedWords = sharedWords
    self.bodies = bodies
    taken = SwiftName.takenTypes.union(ScalarType.allCases.map(\.rawValue)).union([
      api, api + "API",
    ])
    var counts: [String: Int] = [:]
    for declaration in declarations.values where !declaration.scope.isComponent {
      counts[declaration.scope.part, default: 0] += 1
    }
    partCounts = counts
  }

  /// Returns the names of endpoints in their order.
  mutating func nameEndpoints(_ endpoints: [OperationImporter.Imported]) -> [String] {
    var result = endpoints.map { names[.operation, $0.id].map { name in name } }
    for (index, endpoint) in endpoints.enumerated() {
      guard var name = result[index] else { continue }
      name += endpoint.suffix
      result[index] = claim([name])
      if endpoint.suffix.isEmpty { endpointNames[endpoint.id] = result[index] }
    }
    for (index, endpoint) in endpoints.enumerated() where result[index] == nil {
      let candidates = rules.endpointNames(for: endpoint.id).map { $0 + endpoint.suffix }
      result[index] = claim(candidates.isEmpty ? ["Call"] : candidates)
      if endpoint.suffix.isEmpty { endpointNames[endpoint.id] = result[index] }
    }
    return result.map { $0 ?? "" }
  }

  /// Chooses the names of types.
  ///
  /// Given names come first, then those of components whose names change the least.
  mutating func nameTypes(_ keys: [String]) {
    for key in keys {
      guard let name = names[.schema, key] else { continue }
      typeNames[key] = claim([name])
    }
    let components = keys.filter { declarations[$0]?.scope.isComponent == true }
    let ranked = components.enumerated().sorted { a, b in
      (removed(from: a.element), a.offset) < (removed(from: b.element), b.offset)
    }
    for (_, key) in ranked { _ = typeName(of: key) }
    for key in keys { _ = typeName(of: key) }
  }

  private func removed(from key: String) -> Int {
    key.count - (rules.typeNames(for: key).first?.count ?? 0)
  }

  private mutating func typeName(of key: String) -> String {
    if let name = typeNames[key] { return name }
    guard let declaration = declarations[key] else { return key }
    var candidates: [String] = []
    if let words = sharedWords[key], words.count > 1 {
      candidates.append(rules.joined(rules.stripped(words)))
      candidates.append(rules.joined(words))
    }
    candidates +=
      declaration.scope.isComponent
      ? rules.typeNames(for: declaration.scope.part) : partNames(declaration)
    candidates = candidates.filter(\.isTypeName)
    let base = candidates.first ?? "Model"
    candidates.append(base + (bodies.contains(key) ? "Request" : "Model"))
    let name = claim(candidates)
    typeNames[key] = name
    return name
  }

  /// Returns the possible names of a type inside of another.
  private mutating func partNames(_ declaration: ImportedDeclaration) -> [String] {
    let scope = declaration.scope
    var candidates: [String] = []
    if case .enumeration = declaration.draft.form, partCounts[scope.part] == 1,
      SwiftName.words(of: scope.part).count > 1
    {
      candidates.append(rules.joined(SwiftName.words(of: scope.part)))
    }
    // The parts below the innermost type or operation that has a name.
    var parts = [scope.part]
    var owner = ""
    for outer in scope.owners.reversed() {
      if let name = endpointNames[outer.key] {
        owner = name
        break
      }
      if declarations[outer.key] != nil {
        owner = typeName(of: outer.key)
        break
      }
      parts.insert(outer.part, at: 0)
    }
    var words: [String] = []
    for part in parts {
      switch part {
      case "item" where !words.isEmpty, "value" where !words.isEmpty:
        words[words.count - 1] = words[words.count - 1].singular
      case "alias": continue
      default: words += SwiftName.words(of: part)
      }
    }
    candidates.append(owner + rules.joined(words))
    return candidates
  }

  /// Returns the first name that is free; numbers follow the first if all are taken.
  private mutating func claim(_ candidates: [String]) -> String {
    if let free = candidates.first(where: { !taken.contains($0) }) {
      taken.insert(free)
      return free
    }
    var number = 2
    while taken.contains("\(candidates[0])\(number)") { number += 1 }
    taken.insert("\(candidates[0])\(number)")
    return "\(candidates[0])\(number)"
  }
}
