package import EndpointDefinition
import EndpointModel

/// Finds the differences between two versions of definitions.
package struct ModelComparison {
  let old: APIModel
  let new: APIModel
  /// The types that requests and responses reach, of either version.
  let usage: TypeUsage
  /// The new names of types that are the same under another name.
  let renamedTypes: [String: String]
  private(set) var changes: [Change] = []

  /// Returns the changes from one version to another, breaking ones first, sorted by location.
  package static func changes(from old: APIModel, to new: APIModel) -> [Change] {
    var comparison = ModelComparison(old: old, new: new)
    comparison.compareAPIs()
    comparison.compareErrorCodes()
    comparison.compareEndpoints()
    comparison.compareTypes()
    let effects = ChangeEffect.allCases
    func rank(_ change: Change) -> Int { effects.firstIndex(of: change.kind.rule.effect) ?? 0 }
    return comparison.changes.enumerated().sorted { a, b in
      (rank(a.element), a.element.location, a.offset)
        < (rank(b.element), b.element.location, b.offset)
    }.map(\.element)
  }

  private init(old: APIModel, new: APIModel) {
    self.old = old
    self.new = new
    usage = TypeUsage(old).union(TypeUsage(new))
    renamedTypes = RenamedTypes(from: old, to: new).names
  }

  mutating func add(
    _ kind: ChangeKind, _ subject: String, _ detail: String, at location: SourceLocation
  ) {
    changes.append(Change(kind, of: subject, detail, at: location))
  }

  /// Returns a type of the old version by its names in the new one.
  func renewed(_ type: TypeReference) -> TypeReference {
    type.renamed { renamedTypes[$0] ?? $0 }
  }

  /// Adds changes of documentation, of which deprecations have kinds of their own.
  mutating func compare(
    _ old: Documentation, _ new: Documentation, deprecated: ChangeKind?, of subject: String,
    at location: SourceLocation
  ) {
    if new.isDeprecated, !old.isDeprecated, let deprecated {
      let replacement = new.replacement.map { "; '\($0)' replaces it" } ?? ""
      add(deprecated, subject, "is deprecated" + replacement, at: location)
    } else if old.isDeprecated, !new.isDeprecated, deprecated == .endpointDeprecated {
      add(.endpointUndeprecated, subject, "is not deprecated any more", at: location)
    }
    if old.summary != new.summary || old.details != new.details {
      add(.documentationChanged, subject, "has another description", at: location)
    }
  }
}

/// The declared types that requests and responses reach.
struct TypeUsage {
  var inRequests: Set<String> = []
  var inResponses: Set<String> = []

  init(_ api: APIModel) {
    let types = Dictionary(api.types.map { ($0.name, $0) }) { first, _ in first }
    func reached(_ roots: [TypeReference]) -> Set<String> {
      var names: Set<String> = []
      var rest = roots.compactMap(\.declaredName)
      while let name = rest.popLast() {
        guard names.insert(name).inserted, let type = types[name] else { continue }
        rest += type.references.compactMap(\.declaredName)
      }
      return names
    }
    inRequests = reached(
      api.endpoints.flatMap { endpoint in
        endpoint.parameters.map(\.type) + [endpoint.body?.payload.jsonType].compactMap(\.self)
      } + api.parameters.map(\.type))
    inResponses = reached(
      api.endpoints.flatMap { $0.responses.compactMap { $0.payload?.jsonType } })
  }

  func union(_ other: TypeUsage) -> TypeUsage {
    var union = self
    union.inRequests.formUnion(other.inRequests)
    union.inResponses.formUnion(other.inResponses)
    return union
  }
}

/// Finds types that are the same under another name.
struct RenamedTypes {
  /// The new names by the old ones.
  private(set) var names: [String: String] = [:]

  init(from old: APIModel, to new: APIModel) {
    let (oldNames, newNames) = (Set(old.types.map(\.name)), Set(new.types.map(\.name)))
    let removed = old.types.filter { !newNames.contains($0.name) }
    var added = new.types.filter { !oldNames.contains($0.name) }
    for type in removed {
      // Types without members are alike without being the same.
      guard !type.shape.isEmpty,
        let index = added.firstIndex(where: { $0.shape == type.shape })
      else { continue }
      names[type.name] = added.remove(at: index).name
    }
  }
}

extension TypeModel {
  /// The types that the declaration mentions.
  var references: [TypeReference] {
    switch self {
    case .structure(let model): model.fields.map(\.type)
    case .enumeration: []
    case .union(let model): model.variants.map { .named($0.type) }
    case .alias(let model): [model.type]
    }
  }

  /// What the type consists of, in words that do not depend on the names of types.
  fileprivate var shape: [String] {
    switch self {
    case .structure(let model):
      model.fields.map { "\($0.name) \($0.type.renamed { _ in "" }) \($0.isRequired)" }
    case .enumeration(let model): model.cases.map(\.value)
    case .union(let model):
      model.variants.map { ($0.value ?? "") + $0.requiredFields.joined(separator: " ") }
    case .alias: []
    }
  }

  var documentation: Documentation {
    switch self {
    case .structure(let model): model.documentation
    case .enumeration(let model): model.documentation
    case .union(let model): model.documentation
    case .alias(let model): model.documentation
    }
  }

  /// The kind of the declaration.
  var kind: String {
    switch self {
    case .structure: "struct"
    case .enumeration: "enum"
    case .union: "union"
    case .alias: "alias"
    }
  }
}
