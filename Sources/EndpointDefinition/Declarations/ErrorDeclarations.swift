/// The error codes of the API.
struct ErrorsDeclaration {
  let codes: [ErrorCodeDeclaration]
  let lists: [ErrorCodesDeclaration]
  let statuses: [ErrorStatusDeclaration]

  init(_ element: XMLElement) {
    codes = element.children("error-code").map(ErrorCodeDeclaration.init)
    lists = element.children("error-codes").map(ErrorCodesDeclaration.init)
    statuses = element.children("error-status").map(ErrorStatusDeclaration.init)
  }

  /// All codes.
  var names: [String] {
    codes.compactMap { $0.value?.value } + lists.flatMap(\.codes)
  }

  static let rule = Grammar.Rule(
    summary: "The error codes of the API; a module has one such file at most.",
    repeated: ["error-code", "error-codes", "error-status"]
  ).documented(isDeprecable: false)
}

/// An error code, which becomes a value of `ErrorCode`.
struct ErrorCodeDeclaration {
  let value: Located<String>?
  let status: Located<Int>?
  let swiftName: Located<String>?
  let hint: String?
  let documentation: DocumentationDeclaration
  let location: SourceLocation

  init(_ element: XMLElement) {
    value = element[Self.value]
    status = element[Self.status]
    swiftName = element[FieldDeclaration.swiftName]
    hint = element.child("hint")?.foldedText
    documentation = DocumentationDeclaration(element)
    location = element.location
  }

  private static let value: Attribute<String> = .required("value", "The code on the wire.")
  private static let status: Attribute<Int> = .optional(
    "status", "The status of the responses with the code.")

  static let rule = Grammar.Rule(
    summary: "An error code, which becomes a value of ErrorCode.",
    attributes: [value, status, FieldDeclaration.swiftName], single: ["hint"]
  ).documented()
  static let hintRule = Grammar.Rule(
    summary: "How to fix the error, in whole sentences.", isText: true)
}

/// Error codes of one status of which nothing else is known.
struct ErrorCodesDeclaration {
  let status: Located<Int>?
  let codes: [String]
  let location: SourceLocation

  init(_ element: XMLElement) {
    status = element[Self.status]
    codes = element.text.words.map(String.init)
    location = element.textLocation ?? element.location
  }

  private static let status: Attribute<Int> = .optional(
    "status", "The status of the responses with the codes.")

  static let rule = Grammar.Rule(
    summary:
      "Error codes of which only the status is known, separated by spaces; each is an <error-code>.",
    attributes: [status], isText: true)
}

/// The error code of responses without one, by status.
struct ErrorStatusDeclaration {
  let value: Located<Int>?
  let code: Located<String>?
  let location: SourceLocation

  init(_ element: XMLElement) {
    value = element[Self.value]
    code = element[Self.code]
    location = element.location
  }

  private static let value: Attribute<Int> = .required("value", "The status.")
  private static let code: Attribute<String> = .required(
    "code", "The code, which an <error-code> declares.")

  static let rule = Grammar.Rule(
    summary: "The error code of responses without one, by status.", attributes: [value, code])
}
