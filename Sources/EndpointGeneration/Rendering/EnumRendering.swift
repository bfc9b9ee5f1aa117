import EndpointDefinition
import EndpointModel

extension SwiftWriter {
  /// Writes an open enum: a struct around a string, with a static property for each known value.
  mutating func write(_ model: EnumModel) {
    let cases = model.cases.map { (value: $0, name: $0.memberName) }
    line()
    writeDocumentation(model.documentation, of: model.name)
    block("public struct \(model.name): OpenEnum") { writer in
      for (value, name) in cases {
        writer.documentation([
          value.documentation.summary ?? "The value `\(value.value)`.", value.documentation.details,
          value.documentation.deprecationNote,
        ])
        writer.constant(name, ofValue: value.value)
      }
      writer.line()
      writer.allCases(cases.map(\.name))
      writer.line("public var rawValue: String")
      writer.line("public init(rawValue: String) { self.rawValue = rawValue }")
    }
  }

  /// Writes the constant of a known value. A stored property would take an accessor, an initializer,
  /// and a token more to compile.
  mutating func constant(_ name: String, ofValue value: String) {
    let head = "public static var \(SwiftName.escaped(name)): Self"
    getter(head) { $0.statement("Self(rawValue: \(value.swiftLiteral))") }
  }

  /// Writes the list of all constants.
  mutating func allCases(_ names: [String]) {
    getter("public static var allCases: [Self]") { writer in
      writer.filledList(
        "[", names.map { "." + SwiftName.behindDot($0) }, "]", trailingComma: true)
    }
  }
}

extension EnumModel.Case {
  /// The name of the static property.
  ///
  /// `none` and `some` would be the cases of `Optional` if the enum is optional, so that assigning
  /// them would remove the property.
  var memberName: String {
    let name = swiftName ?? SwiftName.member(value)
    return name == "none" || name == "some" ? name + "Value" : name
  }
}
