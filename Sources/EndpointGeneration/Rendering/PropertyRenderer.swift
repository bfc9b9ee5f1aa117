import EndpointDefinition
import EndpointModel

/// A property of a generated struct with its initializer argument.
struct PropertyRenderer {
  /// The name on the wire.
  var wireName: String
  /// The name in Swift, which can be a keyword.
  var name: String
  /// The name in Swift as source text.
  var escapedName: String { SwiftName.escaped(name) }
  /// The property as source text in methods, some of which have a local variable with its name.
  var access: String {
    let locals: Set<String> = ["fields", "request"]
    return locals.contains(name) ? "self." + name : escapedName
  }
  /// The type as source text.
  var type: String
  /// The default value of the argument; `nil` if it has none.
  var defaultValue: String?
  /// The paragraphs of the documentation.
  var documentation: [String?]
  /// Whether the value is stored indirectly.
  var isIndirect = false
  /// The declaration of the argument.
  var argument: String {
    let label = SwiftKeywords.needsEscapingAsLabel(name) ? escapedName : name
    return "\(label): \(type)" + (defaultValue.map { " = " + $0 } ?? "")
  }

  /// The statement that assigns the argument to the property.
  var assignment: String { "self.\(SwiftName.behindDot(name)) = \(escapedName)" }
}

extension PropertyRenderer {
  /// Creates the property for a parameter.
  init(_ parameter: ParameterModel) {
    let byDefault = parameter.defaultValue.map { "Defaults to `\($0)`." }
    self.init(
      wireName: parameter.name, swiftName: parameter.swiftName, type: parameter.type,
      isRequired: parameter.isRequired, documentation: parameter.documentation,
      fallback: "The parameter `\(parameter.name)`.",
      remarks: [parameter.constraints.remark, byDefault])
  }

  /// Creates the property for a field.
  init(_ field: FieldModel) {
    self.init(
      wireName: field.name, swiftName: field.swiftName, type: field.type,
      isRequired: field.isRequired, documentation: field.documentation,
      fallback: "The field `\(field.name)`.",
      remarks: [field.access?.remark, field.constraints.remark])
    isIndirect = field.isIndirect
    guard field.isNullable else { return }
    type = field.isRequired ? type + "?" : "Nullable<\(field.type.swiftType)>?"
  }

  /// Creates the property for a body.
  init(_ body: BodyModel) {
    self.init(
      wireName: "body", name: "body",
      type: body.payload.swiftType + (body.isRequired ? "" : "?"),
      defaultValue: body.isRequired ? nil : "nil",
      documentation: [body.payload.jsonType == nil ? "The body." : "The body."])
  }

  private init(
    wireName: String, swiftName: String?, type: TypeReference, isRequired: Bool,
    documentation: Documentation, fallback: String, remarks: [String?] = []
  ) {
    self.wireName = wireName
    self.name = swiftName ?? SwiftName.member(wireName)
    self.type = type.swiftType + (isRequired ? "" : "?")
    self.defaultValue = isRequired ? nil : "nil"
    let first = ([documentation.summary ?? fallback] + remarks).compactMap { $0 }
    self.documentation = [
      first.joined(separator: " "), documentation.details, documentation.deprecationNote,
    ]
  }
}

extension SwiftWriter {
  /// Writes the properties of a struct.
  mutating func writeProperties(_ properties: [PropertyRenderer]) {
    for property in properties {
      documentation(property.documentation)
      let wrapper = property.isIndirect ? "@Indirect " : ""
      line("\(wrapper)public var \(property.escapedName): \(property.type)")
    }
    if !properties.isEmpty { line() }
  }

  /// Writes the memberwise initializer, with required arguments first.
  mutating func writeInitializer(
    _ properties: [PropertyRenderer], deprecation: String? = nil
  ) {
    if let deprecation {
      list("@available(", ["*, deprecated", "message: \(deprecation.swiftLiteral)"], ")")
    }
    guard !properties.isEmpty else { return line("public init() {}") }
    let arguments =
      properties.filter { $0.defaultValue == nil } + properties.filter { $0.defaultValue != nil }
    if let property = properties.first, properties.count == 1 {
      return block("public init(\(property.argument))") { $0.statement(property.assignment) }
    }
    filledList("public init(", arguments.map(\.argument), ") {")
    indented { writer in properties.forEach { writer.statement($0.assignment) } }
    line("}")
  }
}

extension Documentation {
  /// The paragraph about the deprecation. Types and properties have no attribute, since generated
  /// code uses them and would not compile without warnings.
  var deprecationNote: String? { deprecationMessage.map { "- Note: Deprecated. \($0)" } }

  /// The reason of the deprecation and the replacement.
  var deprecationMessage: String? {
    deprecation.map { text in
      text + (replacement.map { " Use `\($0)` instead." } ?? "")
    }
  }
}

extension FieldAccess {
  /// The access as a sentence.
  fileprivate var remark: String {
    switch self {
    case .read: "Only in responses."
    case .write: "Only in requests."
    }
  }
}

extension ParameterConstraints {
  /// The constraints as sentences.
  fileprivate var remark: String? {
    var sentences: [String] = []
    switch (minimum?.formatted, maximum?.formatted) {
    case (let least?, let greatest?): sentences.append("At least \(least), at most \(greatest).")
    case (let least?, nil): sentences.append("At least \(least).")
    case (nil, let greatest?): sentences.append("At most \(greatest).")
    case (nil, nil): break
    }
    switch (minLength, maxLength) {
    case (let least?, let greatest?): sentences.append("From \(least) to \(greatest) characters.")
    case (let least?, nil): sentences.append("At least \(least) characters.")
    case (nil, let greatest?): sentences.append("At most \(greatest) characters.")
    case (nil, nil): break
    }
    switch (minItems, maxItems) {
    case (let least?, let greatest?): sentences.append("From \(least) to \(greatest) items.")
    case (let least?, nil): sentences.append("At least \(least) items.")
    case (nil, let greatest?): sentences.append("At most \(greatest) items.")
    case (nil, nil): break
    }
    if !values.isEmpty {
      sentences.append("One of \(values.map { "`\($0)`" }.joined(separator: ", ")).")
    }
    if let pattern { sentences.append("Matches `\(pattern)`.") }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}

extension TypeReference {
  /// The type as Swift source text.
  var swiftType: String { description }
}
