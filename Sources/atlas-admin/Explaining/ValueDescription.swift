import EndpointModel
import EndpointRuntime

/// Describes the valid values of parameters and properties in sentences.
struct ValueDescription {
  let types: CatalogTypes

  /// Returns sentences about a parameter.
  func sentences(about flag: EndpointFlag) -> String {
    let parameter = flag.parameter
    var sentences: [String] = []
    if let summary = flag.summary { sentences.append(summary) }
    if let unit = parameter.unit { sentences.append(Self.sentence(about: unit, parameter.type)) }
    if !parameter.cases.isEmpty || !parameter.constraints.values.isEmpty {
      sentences.append("One of \(Self.list(flag.values)).")
    }
    sentences += Self.sentences(about: parameter.constraints)
    if parameter.listStyle != nil { sentences.append("It can be repeated.") }
    if let value = parameter.defaultValue { sentences.append("Defaults to \(value).") }
    if let setting = flag.settingDefault {
      sentences.append("Defaults to \(setting.variable) or the profile.")
    }
    return sentences.joined(separator: " ")
  }

  /// Returns sentences about a property.
  func sentences(about field: FieldDescriptor) -> String {
    var sentences: [String] = []
    if let summary = field.documentation.summary { sentences.append(summary) }
    if let unit = field.unit { sentences.append(Self.sentence(about: unit, field.type)) }
    let cases = cases(of: field.type)
    if !cases.isEmpty { sentences.append("One of \(Self.list(cases)).") }
    if !field.constraints.values.isEmpty {
      sentences.append("One of \(Self.list(field.constraints.values)).")
    }
    sentences += Self.sentences(about: field.constraints)
    if field.isNullable { sentences.append("Can be null.") }
    if field.isSensitive { sentences.append("It is a secret.") }
    if field.documentation.isDeprecated {
      sentences.append(
        field.documentation.replacement.map { "Deprecated; use \($0)." } ?? "Deprecated.")
    }
    return sentences.joined(separator: " ")
  }

  /// Returns the values of an enum, or of the items of a list.
  func cases(of type: TypeReference) -> [String] {
    switch types.underlying(type) {
    case .named(let name): types[name]?.cases.map(\.value) ?? []
    case .list(let element): cases(of: element)
    case .map, .scalar: []
    }
  }

  private static func sentence(about unit: TimeUnit, _ type: TypeReference) -> String {
    type.element == .date
      ? "In \(unit) since 1970; dates in ISO 8601 are converted." : "In \(unit)."
  }

  private static func sentences(about constraints: ParameterConstraints) -> [String] {
    var sentences: [String] = []
    switch (constraints.minimum, constraints.maximum) {
    case (let minimum?, let maximum?):
      sentences.append("From \(minimum.formatted) to \(maximum.formatted).")
    case (let minimum?, nil): sentences.append("At least \(minimum.formatted).")
    case (nil, let maximum?): sentences.append("At most \(maximum.formatted).")
    case (nil, nil): break
    }
    switch (constraints.minLength, constraints.maxLength) {
    case (let minimum?, let maximum?): sentences.append("\(minimum) to \(maximum) characters.")
    case (let minimum?, nil): sentences.append("At least \(minimum) characters.")
    case (nil, let maximum?): sentences.append("At most \(maximum) characters.")
    case (nil, nil): break
    }
    if let pattern = constraints.pattern { sentences.append("Matches \(pattern).") }
    if let count = constraints.minItems, count > 0 { sentences.append("At least \(count) items.") }
    if let count = constraints.maxItems { sentences.append("At most \(count) items.") }
    return sentences
  }

  /// Returns values in a sentence, the first twenty of more than thirty.
  private static func list(_ values: [String]) -> String {
    guard values.count > 30 else { return values.joined(separator: ", ") }
    return values.prefix(20).joined(separator: ", ") + ", and \(values.count - 20) more"
  }
}
