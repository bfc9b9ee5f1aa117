import EndpointDefinition
import EndpointGeneration
import EndpointModel

extension ModelComparison {
  /// Adds the differences between the types.
  mutating func compareTypes() {
    let types = Dictionary(new.types.map { ($0.name, $0) }) { first, _ in first }
    let former = Set(old.types.map { renamedTypes[$0.name] ?? $0.name })
    for type in old.types {
      guard let match = types[renamedTypes[type.name] ?? type.name] else {
        add(.typeRemoved, type.name, "is gone", at: type.location)
        continue
      }
      if match.name != type.name {
        add(.typeRenamed, match.name, "was named '\(type.name)'", at: match.location)
      }
      compare(type, match)
      compare(
        type.documentation, match.documentation, deprecated: .typeDeprecated, of: match.name,
        at: match.location)
    }
    for type in new.types where !former.contains(type.name) {
      add(.typeAdded, type.name, "is a new \(type.kind)", at: type.location)
    }
  }

  private mutating func compare(_ old: TypeModel, _ new: TypeModel) {
    switch (old, new) {
    case (.structure(let old), .structure(let new)): compare(old, new)
    case (.enumeration(let old), .enumeration(let new)): compare(old, new)
    case (.union(let old), .union(let new)): compare(old, new)
    case (.alias(let old), .alias(let new)):
      if renewed(old.type) != new.type {
        add(.aliasTypeChanged, new.name, "is \(new.type), not \(old.type)", at: new.location)
      }
    default:
      add(
        .typeKindChanged, new.name, "is \(new.kind.withArticle), not \(old.kind.withArticle)",
        at: new.location)
    }
  }

  // MARK: Structs

  private mutating func compare(_ old: StructModel, _ new: StructModel) {
    let isSent = usage.inRequests.contains(old.name) || usage.inRequests.contains(new.name)
    let fields = Dictionary(old.fields.map { ($0.name, $0) }) { first, _ in first }
    for field in new.fields {
      let subject = "\(new.name).\(field.name)"
      if let former = fields[field.name] {
        compare(former, field, of: subject, isSent: isSent)
        continue
      }
      let kind: ChangeKind =
        !field.isRequired
        ? .optionalFieldAdded
        : isSent && field.access != .read
          ? .requiredFieldAddedToRequest : .requiredFieldAddedToResponse
      add(
        kind, subject, "is a new \(field.isRequired ? "required" : "optional") field",
        at: field.location)
    }
    for field in old.fields where !new.fields.contains(where: { $0.name == field.name }) {
      add(.fieldRemoved, "\(new.name).\(field.name)", "is gone", at: field.location)
    }
    let common = Set(old.fields.map(\.name)).intersection(new.fields.map(\.name))
    let before = old.fields.inInitializer.map(\.name).filter(common.contains)
    let after = new.fields.inInitializer.map(\.name).filter(common.contains)
    let madeOtherwise = common.contains { name in
      fields[name]?.isRequired != new.fields.first { $0.name == name }?.isRequired
    }
    if isSent, before != after, !madeOtherwise {
      add(.fieldsReordered, new.name, "has its fields in another order", at: new.location)
    }
    if old.examples != new.examples {
      add(.examplesChanged, new.name, "has other examples", at: new.location)
    }
  }

  private mutating func compare(
    _ old: FieldModel, _ new: FieldModel, of subject: String, isSent: Bool
  ) {
    func add(_ kind: ChangeKind, _ detail: String) {
      self.add(kind, subject, detail, at: new.location)
    }
    if old.memberName != new.memberName {
      add(.fieldRenamed, "is '\(new.memberName)' in Swift, was '\(old.memberName)'")
    }
    if renewed(old.type) != new.type {
      add(.fieldTypeChanged, "is of type \(new.type), not \(old.type)")
    }
    if new.isRequired, !old.isRequired { add(.fieldMadeRequired, "is required") }
    if old.isRequired, !new.isRequired {
      let isRead = usage.inResponses.contains(String(subject.prefix { $0 != "." }))
      add(
        isRead || !isSent ? .fieldMadeOptional : .fieldMadeOptionalInRequest,
        "is not required any more")
    }
    if old.isNullable != new.isNullable {
      add(.fieldNullabilityChanged, new.isNullable ? "can be null" : "cannot be null any more")
    }
    if old.unit != new.unit {
      add(
        .fieldUnitChanged,
        "counts \(new.unit?.rawValue ?? "nothing"), not \(old.unit?.rawValue ?? "nothing")")
    }
    if old.access != new.access {
      add(
        new.access == nil ? .fieldAccessExtended : .fieldAccessRestricted,
        new.access.map { $0 == .read ? "is only in responses" : "is only in requests" }
          ?? "is in requests and responses")
    }
    compare(
      old.constraints, new.constraints, tightened: .fieldConstraintTightened,
      loosened: .fieldConstraintLoosened, add)
    compare(
      old.documentation, new.documentation, deprecated: .fieldDeprecated, of: subject,
      at: new.location)
  }

  // MARK: Enums and unions

  private mutating func compare(_ old: EnumModel, _ new: EnumModel) {
    let cases = Dictionary(old.cases.map { ($0.value, $0) }) { first, _ in first }
    for value in new.cases {
      let subject = "\(new.name).\(value.value)"
      guard let former = cases[value.value] else {
        add(.caseAdded, subject, "is a new value", at: value.location)
        continue
      }
      if former.memberName != value.memberName {
        add(
          .caseRenamed, subject, "is '\(value.memberName)' in Swift, was '\(former.memberName)'",
          at: value.location)
      }
      compare(
        former.documentation, value.documentation, deprecated: .caseDeprecated, of: subject,
        at: value.location)
    }
    for value in old.cases where !new.cases.contains(where: { $0.value == value.value }) {
      add(
        .caseRemoved, "\(new.name).\(value.value)", "is not a known value any more",
        at: value.location)
    }
  }

  private mutating func compare(_ old: UnionModel, _ new: UnionModel) {
    if old.selection != new.selection {
      add(.discriminatorChanged, new.name, "selects its variants in another way", at: new.location)
    }
    func key(_ variant: UnionModel.Variant, isOld: Bool) -> String {
      variant.value ?? (isOld ? renamedTypes[variant.type] ?? variant.type : variant.type)
    }
    let variants = Dictionary(old.variants.map { (key($0, isOld: true), $0) }) { first, _ in first }
    for variant in new.variants {
      let subject = "\(new.name).\(variant.memberName)"
      guard let former = variants[key(variant, isOld: false)] else {
        add(.variantAdded, subject, "is a new variant", at: variant.location)
        continue
      }
      if former.memberName != variant.memberName {
        add(.variantRenamed, subject, "was named '\(former.memberName)'", at: variant.location)
      }
      if (renamedTypes[former.type] ?? former.type) != variant.type {
        add(
          .variantTypeChanged, subject, "is of type \(variant.type), not \(former.type)",
          at: variant.location)
      }
      compare(
        former.documentation, variant.documentation, deprecated: nil, of: subject,
        at: variant.location)
    }
    let keys = new.variants.map { key($0, isOld: false) }
    for variant in old.variants where !keys.contains(key(variant, isOld: true)) {
      add(
        .variantRemoved, "\(new.name).\(variant.memberName)", "is not a variant any more",
        at: variant.location)
    }
    let before = old.variants.map { key($0, isOld: true) }.filter(keys.contains)
    let after = keys.filter(before.contains)
    if case .shape = new.selection, before != after {
      add(.variantOrderChanged, new.name, "tries its variants in another order", at: new.location)
    }
  }
}

extension FieldModel {
  /// The name in Swift.
  fileprivate var memberName: String { swiftName ?? SwiftName.member(name) }
}

extension EnumModel.Case {
  /// The name in Swift.
  fileprivate var memberName: String { swiftName ?? SwiftName.member(value) }
}

extension UnionModel.Variant {
  /// The name in Swift.
  fileprivate var memberName: String { swiftName ?? SwiftName.member(value ?? type) }
}

extension [FieldModel] {
  /// The fields in the order of the initializer's arguments.
  fileprivate var inInitializer: [FieldModel] {
    filter(\.isRequired) + filter { !$0.isRequired }
  }
}

extension String {
  fileprivate var withArticle: String { ("aeiou".contains(prefix(1)) ? "an " : "a ") + self }
}
