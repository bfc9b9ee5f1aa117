import EndpointDefinition
import EndpointModel

extension Synchronizer {
  /// The facts of a part now and at the last import.
  struct Facts {
    var new: DocumentFacts.Attributes
    /// `nil` if they are not known.
    var old: DocumentFacts.Attributes?

    /// Whether the document says something else than at the last import.
    func hasChanged(_ name: String) -> Bool { old.map { $0[name] != new[name] } ?? true }
  }

  /// Returns the facts of a part.
  func facts(at key: String) -> Facts { Facts(new: facts[key] ?? [:], old: base?[key]) }

  /// The attributes of constraints.
  static let constraints = [
    "pattern", "minimum", "maximum", "min-length", "max-length", "min-items", "max-items",
    "unique-items", "values",
  ]

  /// The attributes that are true or false.
  private static let flags: Set<String> = [
    "required", "nullable", "indirect", "explode", "unique-items", "stream",
  ]

  /// The attributes that stay if it is not known whether the document ever had them.
  private static let keptAttributes: Set<String> = [
    "nullable", "access", "unit", "default", "indirect", "stream", "content-type", "version",
    "discriminator", "json", "authentication",
  ]

  /// Brings attributes other than the type up to date, and returns what has changed.
  mutating func update(
    _ names: [String], of element: LocatedElement, to facts: Facts
  ) -> [String] {
    var details: [String] = []
    for name in names where facts.hasChanged(name) {
      let (current, wanted) = (
        Self.normalized(element[name], of: name, in: element),
        Self.normalized(facts.new[name], of: name, in: element)
      )
      if facts.old == nil, wanted == nil, Self.keptAttributes.contains(name) { continue }
      guard current != wanted, edit(name, of: element, to: wanted) else { continue }
      details.append(Self.detail(name, from: current, to: wanted))
      // A parameter that is required has no default.
      if name == "required", wanted == "true", element["default"] != nil {
        _ = edit("default", of: element, to: nil)
      }
    }
    return details
  }

  /// Sets an attribute; returns `false` if that has been done at another use of the element.
  mutating func edit(_ name: String, of element: LocatedElement, to value: String?) -> Bool {
    guard !element.isKept, edited.insert("\(element.location) \(name)").inserted else {
      return false
    }
    editors[element.location.file]?.set(name, to: value, of: element)
    return true
  }

  /// The value without a spelling that means the same; `nil` for the default.
  private static func normalized(
    _ value: String?, of name: String, in element: LocatedElement
  ) -> String? {
    guard let value else { return nil }
    let isTrueByDefault = name == "explode" || name == "required" && element.name == "body"
    if flags.contains(name), value == (isTrueByDefault ? "true" : "false") { return nil }
    if name == "minimum" || name == "maximum" { return Double(value)?.decimal ?? value }
    return name == "values" ? value.folded : value
  }

  private static func detail(_ name: String, from old: String?, to new: String?) -> String {
    switch (old, new) {
    case (nil, "true"?) where flags.contains(name), ("false"?, nil) where flags.contains(name):
      "is \(name)"
    case ("true"?, nil) where flags.contains(name), (nil, "false"?) where flags.contains(name):
      "is not \(name) any more"
    case (nil, let new?): "has \(name) '\(new)'"
    case (let old?, let new?): "has \(name) '\(new)' instead of '\(old)'"
    case (let old, nil): "has no \(name) any more, which was '\(old ?? "")'"
    }
  }

  // MARK: Types

  /// Brings the type of an element up to date; returns what has changed.
  mutating func updateType(
    of element: LocatedElement, from model: TypeReference, to draft: TypeReference, _ facts: Facts
  ) -> [String] {
    guard facts.hasChanged("type"), !pairing.areSame(model, draft),
      facts.old != nil || !refines(model, draft), !element.isKept
    else { return [] }
    let type = translated(draft, for: element.location.file).description
    guard type != element["type"], edit("type", of: element, to: type) else { return [] }
    for name in ["unit", "indirect", "default"] where element[name] != facts.new[name] {
      _ = edit(name, of: element, to: facts.new[name])
    }
    return ["is of type \(type) instead of \(element["type"] ?? "nothing")"]
  }

  /// Brings the type of an element up to date with its attributes, and with its constraints if they are
  /// valid for the type; returns what has changed.
  mutating func update(
    _ attributes: [String], of element: LocatedElement, from model: TypeReference,
    to draft: TypeReference, _ facts: Facts
  ) -> [String] {
    let details = updateType(of: element, from: model, to: draft, facts)
    let isSame = !details.isEmpty || haveSameConstraints(model, draft)
    return details
      + update(attributes + (isSame ? Self.constraints : []), of: element, to: facts)
  }

  /// Whether a type of the definitions describes the same values as that of the document, more
  /// precisely or, where responses disagree with the document, less.
  func refines(_ model: TypeReference, _ draft: TypeReference) -> Bool {
    switch (pairing.resolved(model, for: draft), draft) {
    case (_, .scalar(.json)): true
    case (.scalar(let a), .scalar(let b)): Self.refinements[b]?.contains(a) ?? false
    case (.named(let name), .scalar(.string)): pairing.models[name]?.kind == "enum"
    case (.named(let a), .named(let b)):
      pairing.models[a]?.kind == "union" && index.types[b]?.kind == "struct"
    case (.list(let a), .list(let b)), (.map(let a), .map(let b)):
      pairing.areSame(a, b) || refines(a, b)
    default: false
    }
  }

  /// Whether the constraints of one type are valid for the other.
  func haveSameConstraints(_ model: TypeReference, _ draft: TypeReference) -> Bool {
    let numbers: Set<TypeReference> = [.int, .int64, .double, .decimal]
    return pairing.areSame(model, draft)
      || numbers.isSuperset(of: [pairing.resolved(model, for: draft).element, draft.element])
  }

  private static let refinements: [ScalarType: Set<ScalarType>] = [
    .string: [.objectID, .url, .date, .data, .decimal, .duration],
    .int: [.int64, .duration, .date, .decimal],
    .int64: [.int, .duration, .date, .decimal],
    .double: [.decimal, .int, .int64, .duration, .date],
    .date: [.string], .url: [.string], .objectID: [.string], .decimal: [.string], .data: [.string],
  ]

  // MARK: Deprecation

  /// Brings the deprecation of an element up to date; returns whether anything has changed.
  mutating func updateDeprecation(
    of element: LocatedElement, by documentation: Documentation, _ facts: Facts,
    _ part: SyncChange.Part, _ subject: String, at path: [String]
  ) {
    guard facts.hasChanged("deprecated"), !element.isKept,
      edited.insert("\(element.location) deprecated").inserted
    else { return }
    let file = element.location.file
    let own = element.children("deprecated").first
    if documentation.isDeprecated, own == nil {
      var deprecated = MarkupElement(name: "container", attributes: [])
      deprecated.add(Documentation(deprecation: documentation.deprecation ?? ""))
      guard let child = deprecated.children.first?.asElement else { return }
      insert(child, into: element)
      add(part, .deprecated, subject, "is deprecated", in: file, at: path)
    } else if let own, !documentation.isDeprecated, facts.old != nil {
      editors[file]?.remove(own)
      add(part, .changed, subject, "is not deprecated any more", in: file, at: path)
    }
  }

  // MARK: Elements

  /// The order of the children of elements.
  private static let order = [
    "summary", "description", "deprecated", "authentication", "role", "include", "path-param",
    "query-param", "header-param", "envelope", "pagination", "error", "body", "header-field",
    "field", "case", "variant", "response", "example", "waiter", "endpoint", "type",
  ]

  private static func rank(_ name: String) -> Int {
    order.firstIndex(of: ["struct", "enum", "union", "alias"].contains(name) ? "type" : name)
      ?? order.count
  }

  /// Inserts an element where the children of its kind are, required ones before others.
  ///
  /// - Parameter predecessor: The child that precedes it in the document, if that has its kind.
  mutating func insert(
    _ element: MarkupElement, into parent: LocatedElement, after predecessor: LocatedElement? = nil
  ) {
    let rank = Self.rank(element.name)
    var sibling = parent.children.last { Self.rank($0.name) <= rank }
    let isRequired = element.attributes.contains { $0.name == "required" && $0.value == "true" }
    let ofKind = parent.children(element.name)
    if isRequired, ["field", "query-param", "header-param"].contains(element.name) {
      sibling =
        ofKind.last { $0["required"] == "true" }
        ?? parent.children.last { Self.rank($0.name) < rank }
    } else if let predecessor,
      predecessor["required"] != "true"
        || !ofKind.contains(where: {
          $0["required"] == "true" && $0.range.lowerBound > predecessor.range.lowerBound
        })
    {
      sibling = predecessor
    }
    editors[parent.location.file]?.insert(element, into: parent, after: sibling)
  }

  /// Removes the element of a part; returns `false` if it stays.
  mutating func remove(_ element: LocatedElement?) -> Bool {
    guard let element, !element.isKept,
      edited.insert("\(element.location) removed").inserted
    else { return false }
    editors[element.location.file]?.remove(element)
    return true
  }
}

extension MarkupNode {
  /// The element; `nil` for other nodes.
  var asElement: MarkupElement? { if case .element(let element) = self { element } else { nil } }
}
