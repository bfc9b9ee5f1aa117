import EndpointDefinition

/// A property of a generated struct together with the argument that sets it.
struct PropertyEmission {
  /// The name on the wire.
  var wireName: String
  /// The name in Swift, which may be a keyword.
  var name: String
  /// The name in Swift as source text.
  var escapedName: String { SwiftName.escaped(name) }
  /// The type as source text, optional where the property is.
  var type: String
  /// What a caller gets who leaves the argument out; absent where it must be given.
  var defaultValue: String?
  /// The paragraphs that document it.
  var documentation: [String?]
  /// The argument's declaration.
  var argument: String {
    let label = SwiftKeywords.needsEscapingAsLabel(name) ? escapedName : name
    return "\(label): \(type)" + (defaultValue.map { " = " + $0 } ?? "")
  }

  /// The statement that copies the argument into the property.
  var assignment: String { "self.\(SwiftName.behindDot(name)) = \(escapedName)" }
}

extension PropertyEmission {
  /// The property for a parameter.
  init(_ parameter: ParameterModel) {
    let byDefault = parameter.defaultValue.map { "If absent, the server takes `\($0)`." }
    self.init(
      wireName: parameter.name, swiftName: parameter.swiftName, type: parameter.type,
      isRequired: parameter.isRequired, documentation: parameter.documentation,
      fallback: "The parameter `\(parameter.name)`.", remark: byDefault)
  }

  /// The property for a member of a JSON object.
  init(_ field: FieldModel) {
    self.init(
      wireName: field.name, swiftName: field.swiftName, type: field.type,
      isRequired: field.isRequired, documentation: field.documentation,
      fallback: "The member `\(field.name)`.")
  }

  /// The property for a request's body.
  init(_ body: BodyModel) {
    self.init(
      wireName: "body", swiftName: nil, type: body.type, isRequired: body.isRequired,
      documentation: Documentation(), fallback: "The document to send.")
  }

  private init(
    wireName: String, swiftName: String?, type: TypeReference, isRequired: Bool,
    documentation: Documentation, fallback: String, remark: String? = nil
  ) {
    self.wireName = wireName
    self.name = swiftName ?? SwiftName.member(wireName)
    self.type = type.swiftType + (isRequired ? "" : "?")
    self.defaultValue = isRequired ? nil : "nil"
    self.documentation = [
      documentation.summary ?? fallback, documentation.details, remark,
      documentation.deprecationNote,
    ]
  }
}

extension SwiftWriter {
  /// Writes the properties of a struct.
  mutating func emitProperties(_ properties: [PropertyEmission]) {
    for property in properties {
      documentation(property.documentation)
      line("public var \(property.escapedName): \(property.type)")
    }
    if !properties.isEmpty { line() }
  }

  /// Writes the initializer that takes each property as an argument.
  mutating func emitInitializer(
    _ properties: [PropertyEmission], documentation text: String, deprecation: String? = nil
  ) {
    documentation([text])
    if let deprecation {
      line("@available(*, deprecated, message: \(deprecation.swiftLiteral))")
    }
    guard !properties.isEmpty else { return line("public init() {}") }
    list("public init(", properties.map(\.argument), ") {")
    indented { writer in properties.forEach { writer.line($0.assignment) } }
    line("}")
  }
}

extension Documentation {
  /// The paragraph that says why not to use the declaration; types and members only say so, since
  /// generated code itself mentions them and would be warned.
  var deprecationNote: String? { deprecation.map { "- Note: Deprecated. \($0)" } }
}

extension TypeReference {
  /// The type as Swift source text.
  var swiftType: String { description }
}
