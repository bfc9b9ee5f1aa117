import EndpointDefinition
import EndpointGeneration
import EndpointModel

extension Synchronizer {
  /// The attributes of fields other than the type.
  private static let fieldAttributes = ["required", "nullable", "indirect", "access", "unit"]

  /// Brings the types up to date that both have.
  mutating func updateTypes() {
    for name in pairing.order {
      guard let type = pairing.models[name], let element = elements[type.location],
        !element.isKept
      else { continue }
      let drafts = (pairing.drafts[name] ?? []).compactMap { index.types[$0] }
      for draft in drafts {
        let facts = facts(at: key(of: draft))
        updateDeprecation(
          of: element, by: draft.documentation, facts, .type, name, at: [Self.path(of: element)])
      }
      switch type {
      case .structure(let model): update(model, element, to: drafts)
      case .enumeration(let model): update(model, element, to: drafts)
      case .union(let model): update(model, element, to: drafts)
      case .alias(let model):
        guard let draft = drafts.first, case .alias(let target) = draft.form else { continue }
        let details = updateType(
          of: element, from: model.type, to: target, facts(at: key(of: draft)))
        for detail in details {
          add(
            .type, .changed, name, detail, in: element.location.file, at: [Self.path(of: element)])
        }
      }
    }
  }

  private func key(of draft: TypeDraft) -> String { DocumentFacts.type(index.key(of: draft.name)) }

  private static func path(of element: LocatedElement) -> String {
    "\(element.name) \(element.identity)"
  }

  // MARK: Structs

  private mutating func update(
    _ model: StructModel, _ element: LocatedElement, to drafts: [TypeDraft]
  ) {
    let file = element.location.file
    let path = [Self.path(of: element)]
    var names = MemberNames(reserved: ["hashValue"])
    for field in model.fields { names.claim(field.swiftName ?? SwiftName.member(field.name)) }
    var known = Set(model.fields.map(\.name))
    for draft in drafts {
      guard case .structure(let fields, _) = draft.form else { continue }
      var predecessor: LocatedElement?
      for field in fields {
        let key = "\(self.key(of: draft)) .\(field.name)"
        if let own = model.fields.first(where: { $0.name == field.name }) {
          update(own, to: field, key: key, of: model.name)
          if let child = elements[own.location],
            element.children.contains(where: { $0.location == child.location })
          {
            predecessor = child
          }
          continue
        }
        guard isNew(key), base != nil || !isDiscriminator(field.name, of: model.name),
          known.insert(field.name).inserted
        else { continue }
        var field = field
        field.type = translated(field.type, for: file)
        field.swiftName = names.override(for: field.name)
        insert(DefinitionWriter().element(field), into: element, after: predecessor)
        add(
          .field, .added, "\(model.name).\(field.name)",
          "is added: \(field.isRequired ? "required, " : "")\(field.type)", in: file,
          at: path + ["field \(field.name)"])
      }
    }
    let wanted = drafts.map { draft -> Set<String> in
      guard case .structure(let fields, _) = draft.form else { return [] }
      return Set(fields.map(\.name))
    }
    for field in model.fields {
      let isWanted = wanted.contains { $0.contains(field.name) }
      let isGone = drafts.contains { self.isGone("\(self.key(of: $0)) .\(field.name)") }
      guard !isWanted, isGone,
        let child = element.children.first(where: { $0.location == field.location }),
        remove(child)
      else { continue }
      add(
        .field, .removed, "\(model.name).\(field.name)", "is removed", in: file, at: path,
        former: child)
    }
  }

  /// Whether a union of the definitions writes a field for the struct, so that the struct has none.
  private func isDiscriminator(_ field: String, of name: String) -> Bool {
    model.types.contains { type in
      guard case .union(let union) = type, union.selection == .discriminator(field) else {
        return false
      }
      return union.variants.contains { $0.type == name }
    }
  }

  private mutating func update(
    _ field: FieldModel, to draft: FieldDraft, key: String, of name: String
  ) {
    guard let element = elements[field.location], !element.isKept else { return }
    let facts = facts(at: key)
    let subject = "\(name).\(field.name)"
    // The field of another struct that this one includes has its path there.
    let owner = owners[element.location] ?? "struct \(name)"
    let path = [owner, "field \(field.name)"]
    updateDeprecation(of: element, by: draft.documentation, facts, .field, subject, at: path)
    let details = update(
      Self.fieldAttributes, of: element, from: field.type, to: draft.type, facts)
    for detail in details {
      add(.field, .changed, subject, detail, in: element.location.file, at: path)
    }
  }

  // MARK: Enums and unions

  private mutating func update(
    _ model: EnumModel, _ element: LocatedElement, to drafts: [TypeDraft]
  ) {
    let file = element.location.file
    let path = [Self.path(of: element)]
    var names = MemberNames(reserved: ["allCases"])
    for value in model.cases { names.claim(value.swiftName ?? SwiftName.member(value.value)) }
    var known = Set(model.cases.map(\.value))
    var wanted: Set<String> = []
    for draft in drafts {
      guard case .enumeration(let cases) = draft.form else { continue }
      wanted.formUnion(cases.map(\.value))
      var predecessor: LocatedElement?
      for value in cases {
        if let own = model.cases.first(where: { $0.value == value.value }) {
          predecessor = elements[own.location]
          guard let child = predecessor else { continue }
          updateDeprecation(
            of: child, by: value.documentation, facts(at: "\(key(of: draft)) =\(value.value)"),
            .value, "\(model.name).\(value.value)", at: path + ["case \(value.value)"])
          continue
        }
        guard isNew("\(key(of: draft)) =\(value.value)"), known.insert(value.value).inserted else {
          continue
        }
        var value = value
        value.swiftName = names.override(for: value.value)
        insert(DefinitionWriter().element(value), into: element, after: predecessor)
        add(
          .value, .added, "\(model.name).\(value.value)", "is added", in: file,
          at: path + ["case \(value.value)"])
      }
    }
    for value in model.cases where !wanted.contains(value.value) {
      guard drafts.contains(where: { isGone("\(key(of: $0)) =\(value.value)") }),
        remove(elements[value.location])
      else { continue }
      add(
        .value, .removed, "\(model.name).\(value.value)", "is removed", in: file, at: path,
        former: elements[value.location])
    }
  }

  private mutating func update(
    _ model: UnionModel, _ element: LocatedElement, to drafts: [TypeDraft]
  ) {
    let file = element.location.file
    let path = [Self.path(of: element)]
    var names = MemberNames(reserved: ["unknown", "hashValue"])
    for variant in model.variants {
      names.claim(variant.swiftName ?? SwiftName.member(variant.value ?? variant.type))
    }
    var isWanted: Set<Int> = []
    for draft in drafts {
      guard case .union(_, let variants) = draft.form else { continue }
      for detail in update(["discriminator"], of: element, to: facts(at: key(of: draft))) {
        add(.type, .changed, model.name, detail, in: file, at: path)
      }
      for variant in variants {
        let key = "\(key(of: draft)) |\(index.key(of: variant))"
        let counterpart = model.variants.firstIndex { own in
          own.value.map { $0 == variant.value }
            ?? pairing.areSame(.named(own.type), .named(variant.type))
        }
        if let counterpart {
          isWanted.insert(counterpart)
          let own = model.variants[counterpart]
          guard let child = elements[own.location] else { continue }
          let facts = facts(at: key)
          let details =
            updateType(of: child, from: .named(own.type), to: .named(variant.type), facts)
            + update(["indirect"], of: child, to: facts)
          for detail in details {
            add(
              .variant, .changed, "\(model.name).\(own.value ?? own.type)", detail, in: file,
              at: path)
          }
          continue
        }
        guard isNew(key) else { continue }
        var variant = variant
        if case .named(let name) = translated(.named(variant.type), for: file) {
          variant.type = name
        }
        variant.swiftName = names.override(for: variant.value ?? variant.type)
        insert(DefinitionWriter().element(variant), into: element)
        add(
          .variant, .added, "\(model.name).\(variant.value ?? variant.type)",
          "is added: \(variant.type)", in: file,
          at: path + ["variant \(variant.value ?? variant.type)"])
      }
    }
    for (position, variant) in model.variants.enumerated() where !isWanted.contains(position) {
      let keys = [variant.value].compactMap(\.self) + keys(ofTypesFor: variant.type)
      let isGone = drafts.contains { draft in
        base == nil || keys.contains { self.isGone("\(key(of: draft)) |\($0)") }
      }
      guard isGone, remove(elements[variant.location]) else { continue }
      add(
        .variant, .removed, "\(model.name).\(variant.value ?? variant.type)", "is removed",
        in: file, at: path, former: elements[variant.location])
    }
  }

  /// Returns the keys that a type of the definitions can have had in the document.
  private func keys(ofTypesFor name: String) -> [String] {
    (pairing.drafts[name] ?? []).map(index.key) + [name]
  }
}
