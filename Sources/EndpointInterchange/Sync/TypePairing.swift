import EndpointDefinition
import EndpointModel

/// Finds the types of the definitions for those of a document: types that both use at the same
/// parts of endpoints and of paired types.
struct TypePairing {
  /// The declared types of the definitions by name.
  let models: [String: TypeModel]
  let index: DraftIndex
  let base: DocumentFacts?
  /// The types of the document that a type of the definitions is paired with, in order.
  private(set) var drafts: [String: [String]] = [:]
  /// The type of the definitions for a type of the document, the first that was found.
  private(set) var names: [String: String] = [:]
  /// The names of paired types of the definitions in order.
  private(set) var order: [String] = []
  private var queue: [Use] = []
  private var deferred: [Use] = []

  /// A use of a type.
  private struct Use: Hashable {
    var model: TypeReference
    var draft: TypeReference
    /// Whether the document has not changed the type since the last import.
    var isUnchanged: Bool
  }

  init(_ model: APIModel, _ index: DraftIndex, base: DocumentFacts?) {
    models = Dictionary(model.types.map { ($0.name, $0) }) { first, _ in first }
    self.index = index
    self.base = base
  }

  /// Adds a use of two types at the same part.
  mutating func add(_ model: TypeReference?, _ draft: TypeReference?, at key: String) {
    guard let model, let draft else { return }
    let isUnchanged = base?[key]?["type"] == index.keyed(draft)
    queue.append(Use(model: model, draft: draft, isUnchanged: isUnchanged))
  }

  /// Pairs the types of all uses and of what these reach.
  mutating func run() {
    var seen: Set<Use> = []
    var isLenient = false
    while true {
      while !queue.isEmpty {
        let uses = queue
        queue = []
        for use in uses where seen.insert(use).inserted || isLenient { visit(use, isLenient) }
      }
      guard !deferred.isEmpty, !isLenient else { break }
      isLenient = true
      queue = deferred
      deferred = []
      seen = []
    }
    // Types with equal names are the same if neither has another counterpart.
    for (name, draft) in index.types.sorted(by: { $0.key < $1.key })
    where names[name] == nil && drafts[name] == nil {
      guard let model = models[name], model.kind == draft.kind else { continue }
      record(name, name)
    }
    if !queue.isEmpty { run() }
  }

  /// Whether types are the same at a use.
  func areSame(_ model: TypeReference, _ draft: TypeReference) -> Bool {
    switch (resolved(model, for: draft), resolved(draft)) {
    case (.scalar(let a), .scalar(let b)): a == b
    case (.list(let a), .list(let b)), (.map(let a), .map(let b)): areSame(a, b)
    case (.named(let a), .named(let b)): drafts[a]?.contains(b) == true
    default: false
    }
  }

  // MARK: Visiting

  private mutating func visit(_ use: Use, _ isLenient: Bool) {
    switch (resolved(use.model, for: use.draft), resolved(use.draft)) {
    case (.list(let a), .list(let b)), (.map(let a), .map(let b)):
      queue.append(Use(model: a, draft: b, isUnchanged: use.isUnchanged))
    case (.named(let a), .named(let b)):
      guard drafts[a]?.contains(b) != true else { return }
      if canPair(a, b, isUnchanged: use.isUnchanged, isLenient: isLenient) {
        record(a, b)
      } else if !isLenient {
        deferred.append(use)
      }
    default: return
    }
  }

  /// Returns a type without aliases that the other side does not have.
  func resolved(_ model: TypeReference, for draft: TypeReference) -> TypeReference {
    var model = model
    if case .named(let name) = draft, case .alias = index.types[name]?.form { return model }
    while case .named(let name) = model, case .alias(let alias) = models[name] {
      model = alias.type
    }
    return model
  }

  private func resolved(_ draft: TypeReference) -> TypeReference { draft }

  private func canPair(
    _ model: String, _ draft: String, isUnchanged: Bool, isLenient: Bool
  ) -> Bool {
    guard let type = models[model], let other = index.types[draft], type.kind == other.kind else {
      return false
    }
    if isUnchanged || model == draft { return true }
    let likeness = type.likeness(to: other)
    let isFree = drafts[model] == nil && names[draft] == nil
    return isLenient ? isFree && likeness >= 0.3 : likeness >= (isFree ? 0.5 : 0.8)
  }

  private mutating func record(_ model: String, _ draft: String) {
    if drafts[model] == nil { order.append(model) }
    drafts[model, default: []].append(draft)
    if names[draft] == nil || model == draft { names[draft] = model }
    guard let type = models[model], let other = index.types[draft] else { return }
    let key = DocumentFacts.type(index.key(of: draft))
    switch (type, other.form) {
    case (.structure(let model), .structure(let fields, _)):
      let known = Dictionary(model.fields.map { ($0.name, $0.type) }) { first, _ in first }
      for field in fields { add(known[field.name], field.type, at: "\(key) .\(field.name)") }
    case (.union(let model), .union(_, let variants)):
      for variant in variants {
        let match = model.variants.first { $0.matches(variant) }
        let candidates = match.map { [$0] } ?? (variant.value == nil ? model.variants : [])
        for candidate in candidates {
          add(
            .named(candidate.type), .named(variant.type),
            at: "\(key) |\(index.key(of: variant))")
        }
      }
    case (.alias(let model), .alias(let target)): add(model.type, target, at: key)
    default: return
    }
  }
}

extension UnionModel.Variant {
  /// Whether a variant of a document is the same by its value, or by its type.
  func matches(_ draft: VariantDraft) -> Bool {
    value.map { $0 == draft.value } ?? (draft.value == nil && type == draft.type)
  }
}

extension TypeModel {
  /// The part of the members of the smaller type that both have, from 0 to 1.
  fileprivate func likeness(to draft: TypeDraft) -> Double {
    let (own, other) = (memberNames, draft.memberNames)
    guard let smaller = [own.count, other.count].min(), smaller > 0 else {
      return own.count == other.count ? 1 : 0
    }
    return Double(own.intersection(other).count) / Double(smaller)
  }

  private var memberNames: Set<String> {
    switch self {
    case .structure(let model): Set(model.fields.map(\.name))
    case .enumeration(let model): Set(model.cases.map(\.value))
    case .union(let model): Set(model.variants.map { $0.value ?? $0.type })
    case .alias(let model): [model.type.description]
    }
  }
}

extension TypeDraft {
  fileprivate var memberNames: Set<String> {
    switch form {
    case .structure(let fields, _): Set(fields.map(\.name))
    case .enumeration(let cases): Set(cases.map(\.value))
    case .union(_, let variants): Set(variants.map { $0.value ?? $0.type })
    case .alias(let type): [type.description]
    }
  }
}
