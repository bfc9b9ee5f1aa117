/// A state that the response reaches in time, which clients can wait for.
struct WaiterDeclaration {
  let name: Located<String>?
  let field: Located<String>?
  let interval: Located<Int>?
  let timeout: Located<Int>?
  let success: [ConditionDeclaration]
  let failure: [ConditionDeclaration]
  let documentation: DocumentationDeclaration
  let location: SourceLocation
  let hasUnknownChildren: Bool

  init(_ element: XMLElement) {
    name = element[Self.name]
    field = element[Self.field]
    interval = element[Self.interval]
    timeout = element[Self.timeout]
    success = element.children("success").map(ConditionDeclaration.init)
    failure = element.children("failure").map(ConditionDeclaration.init)
    documentation = DocumentationDeclaration(element)
    location = element.location
    hasUnknownChildren = element.hasUnknownChildren
  }

  private static let name: Attribute<String> = .required(
    "name", "The name, which follows until: in Swift.")
  private static let field: Attribute<String> = .optional(
    "field", "The path to the field with the state, with dots between steps.")
  private static let interval: Attribute<Int> = .required(
    "interval", "The delay between two polls, in seconds.")
  private static let timeout: Attribute<Int> = .required(
    "timeout", "The default timeout, in seconds.")

  static let rule = Grammar.Rule(
    summary: "A state that the response reaches in time, which clients can wait for.",
    attributes: [name, field, interval, timeout], repeated: ["success", "failure"]
  ).documented()
}

/// A condition of success or failure.
struct ConditionDeclaration {
  /// The element's name, for diagnostics.
  let label: String
  let field: Located<String>?
  let value: Located<String>?
  let status: Located<Int>?
  let code: Located<WordList>?
  let location: SourceLocation

  init(_ element: XMLElement) {
    label = "<\(element.name)>"
    field = element[Self.field]
    value = element[Self.value]
    status = element[Self.status]
    code = element[Self.code]
    location = element.location
  }

  private static let field: Attribute<String> = .optional(
    "field",
    "The field to inspect. Defaults to the waiter's. Without a value, any non-empty value matches.")
  private static let value: Attribute<String> = .optional("value", "The accepted value.")
  private static let status: Attribute<Int> = .optional(
    "status", "The status of the response, such as 404 after a deletion.")
  private static let code: Attribute<WordList> = .optional(
    "code",
    "The error codes that must come with the status, separated by spaces. Defaults to any.")

  static let successRule = Grammar.Rule(
    summary: "A condition of success.", attributes: [field, value, status, code])
  static let failureRule = Grammar.Rule(
    summary: "A condition of failure.", attributes: [field, value])
}
