import EndpointDefinition

extension SwiftWriter {
  /// Writes the open enum of an API's error codes with their hints.
  mutating func write(_ model: ErrorCodesModel, documentation: Documentation) {
    write(
      EnumModel(
        name: "ErrorCode",
        documentation: Documentation(
          summary: documentation.summary ?? "An error code of the API.",
          details: documentation.details),
        cases: model.codes.map { code in
          EnumModel.Case(
            value: code.value, swiftName: code.swiftName, documentation: code.caseDocumentation,
            location: code.location)
        }, location: SourceLocation(file: "", line: 1, column: 1)))
    line()
    block("extension ErrorCode") { writer in
      writer.writeTable(
        "hints: [String: String]", "Hints on how to fix an error, by code.",
        model.codes.compactMap { code in
          code.hint.map { hint in
            let key = code.value.swiftLiteral
            return "\(key): \(hint.swiftText(after: key.count + 6, indentation: ""))"
          }
        })
      writer.line()
      writer.writeTable(
        "statusCodes: [Int: String]", "The codes of responses without one, by status.",
        model.statuses.map { "\($0.value): \($0.code.swiftLiteral)" })
    }
    line()
    block("extension APIError") { writer in
      writer.documentation([
        "The code of the response, or the one of its status; `nil` if there is neither."
      ])
      writer.line("public var code: ErrorCode? { rawCode.map(ErrorCode.init(rawValue:)) }")
    }
  }

  private mutating func writeTable(_ declaration: String, _ text: String, _ entries: [String]) {
    documentation([text])
    guard !entries.isEmpty else { return line("static let \(declaration) = [:]") }
    list("static let \(declaration) = [", entries, "]", trailingComma: true)
  }
}

extension ErrorCodesModel.Code {
  /// The documentation of a code, including its status.
  fileprivate var caseDocumentation: Documentation {
    var content = documentation
    let status = status.map { "The status is \($0)." }
    content.details = [documentation.details, status, hint].compactMap { $0 }
      .joined(separator: "\n\n")
    if content.details?.isEmpty == true { content.details = nil }
    return content
  }
}
