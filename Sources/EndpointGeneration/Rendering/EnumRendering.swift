import EndpointDefinition

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
        writer.statement(
          "public static let \(SwiftName.escaped(name)) = Self(rawValue: \(value.value.swiftLiteral))"
        )
      }
      writer.line()
      writer.filledList(
        "public static let allCases: [Self] = [", cases.map { "." + SwiftName.behindDot($0.name) },
        "]", trailingComma: true)
      writer.line("public var rawValue: String")
      writer.line("public init(rawValue: String) { self.rawValue = rawValue }")
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
