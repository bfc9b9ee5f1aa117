import EndpointDefinition
import EndpointModel

extension ModelComparison {
  /// Adds the differences between the parameters of an endpoint.
  mutating func compareParameters(_ old: OperationModel, _ new: OperationModel) {
    let pairs = ParameterPairs(old, new)
    for (former, parameter) in pairs.matches {
      compare(former, parameter, of: "\(new.name).\(parameter.name)")
    }
    compareOverrides(old, new)
    for parameter in pairs.added {
      add(
        parameter.isRequired ? .requiredParameterAdded : .optionalParameterAdded,
        "\(new.name).\(parameter.name)",
        "is a new \(parameter.isRequired ? "required" : "optional") parameter",
        at: parameter.location)
    }
    for parameter in pairs.removed {
      add(
        .parameterRemoved, "\(new.name).\(parameter.name)", "is not a parameter any more",
        at: parameter.location)
    }
    let common = Set(pairs.matches.map(\.1.memberName))
    let former = old.parameters.inInitializer.compactMap { parameter in
      pairs.matches.first { $0.0.isSame(as: parameter) }?.1.memberName
    }
    let latter = new.parameters.inInitializer.map(\.memberName).filter(common.contains)
    if former != latter, Set(former) == Set(latter) {
      add(
        .parametersReordered, new.name,
        "has its arguments in the order \(latter.joined(separator: ", "))",
        at: new.location)
    }
  }

  /// Adds the differences between the defaults of parameters that all endpoints share.
  private mutating func compareOverrides(_ old: OperationModel, _ new: OperationModel) {
    for parameter in self.new.parameters {
      let subject = "\(new.name).\(parameter.name)"
      let former = old.overrides.first { $0.name == parameter.name }
      let latter = new.overrides.first { $0.name == parameter.name }
      guard former?.defaultValue != latter?.defaultValue else { continue }
      add(
        .parameterDefaultChanged, subject,
        "defaults to \(latter?.defaultValue ?? "the value of the API"), not \(former?.defaultValue ?? "the value of the API")",
        at: latter?.location ?? new.location)
    }
  }

  private mutating func compare(
    _ old: ParameterModel, _ new: ParameterModel, of subject: String
  ) {
    func add(_ kind: ChangeKind, _ detail: String) {
      self.add(kind, subject, detail, at: new.location)
    }
    if old.memberName != new.memberName {
      add(.parameterRenamed, "is '\(new.memberName)' in Swift, was '\(old.memberName)'")
    }
    if old.parameterLocation != new.parameterLocation {
      add(
        .parameterLocationChanged,
        "is in the \(new.parameterLocation), not in the \(old.parameterLocation)")
    }
    if renewed(old.type) != new.type {
      add(.parameterTypeChanged, "is of type \(new.type), not \(old.type)")
    }
    if old.isRequired != new.isRequired {
      add(
        new.isRequired ? .parameterMadeRequired : .parameterMadeOptional,
        new.isRequired ? "is required" : "is not required any more")
    }
    if old.unit != new.unit {
      add(
        .parameterUnitChanged,
        "counts \(new.unit?.rawValue ?? "nothing"), not \(old.unit?.rawValue ?? "nothing")")
    }
    if old.isExploded != new.isExploded, old.type.isList, new.type.isList {
      add(
        .parameterListStyleChanged,
        new.isExploded ? "is a parameter for each value" : "has its values with commas between them"
      )
    }
    if old.defaultValue != new.defaultValue {
      add(
        .parameterDefaultChanged,
        "defaults to \(new.defaultValue ?? "nothing"), not \(old.defaultValue ?? "nothing")")
    }
    compare(
      old.constraints, new.constraints, tightened: .parameterConstraintTightened,
      loosened: .parameterConstraintLoosened, add)
    compare(
      old.documentation, new.documentation, deprecated: .parameterDeprecated, of: subject,
      at: new.location)
  }

  /// Adds the differences between constraints.
  func compare(
    _ old: ParameterConstraints, _ new: ParameterConstraints, tightened: ChangeKind,
    loosened: ChangeKind, _ add: (ChangeKind, String) -> Void
  ) {
    func bound<Value: Comparable>(
      _ name: String, _ old: Value?, _ new: Value?, isLower: Bool, _ text: (Value) -> String
    ) {
      guard old != new else { return }
      guard let new else { return add(loosened, "has no \(name) any more") }
      guard let old else { return add(tightened, "has the \(name) \(text(new))") }
      add(
        (new > old) == isLower ? tightened : loosened,
        "has the \(name) \(text(new)), not \(text(old))")
    }
    bound("minimum", old.minimum, new.minimum, isLower: true) { $0.decimal }
    bound("maximum", old.maximum, new.maximum, isLower: false) { $0.decimal }
    bound("minimum length", old.minLength, new.minLength, isLower: true) { String($0) }
    bound("maximum length", old.maxLength, new.maxLength, isLower: false) { String($0) }
    bound("minimum number of items", old.minItems, new.minItems, isLower: true) { String($0) }
    bound("maximum number of items", old.maxItems, new.maxItems, isLower: false) { String($0) }
    if old.pattern != new.pattern {
      add(
        new.pattern == nil ? loosened : tightened,
        new.pattern.map { "has the pattern \($0)" } ?? "has no pattern any more")
    }
    if old.uniqueItems != new.uniqueItems {
      add(new.uniqueItems ? tightened : loosened, "has \(new.uniqueItems ? "unique" : "any") items")
    }
    if old.values != new.values {
      let isLoosened =
        new.values.isEmpty || (!old.values.isEmpty && Set(new.values).isSuperset(of: old.values))
      add(
        isLoosened ? loosened : tightened,
        new.values.isEmpty ? "accepts any value" : "accepts \(new.values.joined(separator: ", "))")
    }
  }
}

/// The parameters of two versions of an endpoint that are the same.
private struct ParameterPairs {
  var matches: [(ParameterModel, ParameterModel)] = []
  var added: [ParameterModel] = []
  var removed: [ParameterModel] = []

  init(_ old: OperationModel, _ new: OperationModel) {
    var rest = old.parameters
    func take(where condition: (ParameterModel) -> Bool) -> ParameterModel? {
      rest.firstIndex(where: condition).map { rest.remove(at: $0) }
    }
    var unmatched: [ParameterModel] = []
    for parameter in new.parameters {
      let same = take {
        $0.name == parameter.name && $0.parameterLocation == parameter.parameterLocation
      }
      if let same { matches.append((same, parameter)) } else { unmatched.append(parameter) }
    }
    for parameter in unmatched {
      // A placeholder is known by its place, another parameter by its name elsewhere.
      let placeholder = new.path.placeholders.firstIndex(of: parameter.name)
      let former = take { other in
        if parameter.parameterLocation == .path, other.parameterLocation == .path,
          old.path.shape == new.path.shape
        {
          return old.path.placeholders.firstIndex(of: other.name) == placeholder
        }
        return other.name == parameter.name
      }
      if let former { matches.append((former, parameter)) } else { added.append(parameter) }
    }
    removed = rest
  }
}

extension ParameterModel {
  /// Whether two parameters of an endpoint are one.
  fileprivate func isSame(as other: ParameterModel) -> Bool {
    name == other.name && parameterLocation == other.parameterLocation
  }
}

extension [ParameterModel] {
  /// The parameters in the order of the initializer's arguments.
  fileprivate var inInitializer: [ParameterModel] {
    filter(\.isRequired) + filter { !$0.isRequired }
  }
}
