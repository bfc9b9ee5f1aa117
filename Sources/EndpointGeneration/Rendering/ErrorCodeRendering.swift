import EndpointDefinition
import EndpointModel

extension SwiftWriter {
  /// Writes the open enum of an API's error codes with their hints.
  mutating func write(_ model: ErrorCodesModel, documentation text: Documentation) {
    line()
    documentation([text.summary ?? "An error code of the API.", text.details])
    block("public struct ErrorCode: OpenEnum") { writer in
      for code in model.codes {
        writer.documentation(code.remarks)
        writer.constant(code.memberName, ofValue: code.value)
      }
      writer.line()
      writer.allCases(model.codes.map(\.memberName))
      writer.line()
      writer.line("private static let known = Set(allCases)")
      writer.line("public var isKnown: Bool { Self.known.contains(self) }")
      writer.line("public var rawValue: String")
      writer.line("public init(rawValue: String) { self.rawValue = rawValue }")
    }
    line()
    block("extension ErrorCode") { $0.writeTables(of: model) }
    line()
    block("extension APIError") { writer in
      writer.documentation([
        "The code of the response, or the one of its status; `nil` if there is neither."
      ])
      writer.line("public var code: ErrorCode? { rawCode.map(ErrorCode.init(rawValue:)) }")
    }
  }

  /// Writes the hints of codes and the codes of statuses.
  mutating func writeTables(of model: ErrorCodesModel) {
    writeTable(
      "hints: [String: String]", "Hints on how to fix an error, by code.",
      model.codes.compactMap { code in
        code.hint.map { hint in
          let key = code.value.swiftLiteral
          return "\(key): \(hint.swiftText(after: key.count + 6, indentation: ""))"
        }
      })
    line()
    writeTable(
      "statusCodes: [Int: String]", "The codes of responses without one, by status.",
      model.statuses.map { "\($0.value): \($0.code.swiftLiteral)" })
  }

  private mutating func writeTable(_ declaration: String, _ text: String, _ entries: [String]) {
    documentation([text])
    guard !entries.isEmpty else { return line("static let \(declaration) = [:]") }
    list("static let \(declaration) = [", entries, "]", trailingComma: true)
  }
}

extension ErrorCodesModel.Code {
  /// The name of the static property.
  var memberName: String {
    EnumModel.Case(value: value, swiftName: swiftName, location: location).memberName
  }

  /// The paragraphs of the documentation.
  fileprivate var remarks: [String?] {
    let status = status.map { "Status \($0)." }
    guard documentation.summary != nil || hint != nil else {
      return [status ?? "The code `\(value)`."]
    }
    return [
      documentation.summary ?? status, documentation.details,
      documentation.summary == nil ? nil : status, hint, documentation.deprecationNote,
    ]
  }
}
