/// A way to authenticate; one of several is enough.
struct AuthenticationDeclaration {
  let scheme: Located<AuthenticationScheme>?
  let location: SourceLocation

  init(_ element: XMLElement) {
    scheme = element[Self.scheme]
    location = element.location
  }

  private static let scheme: Attribute<AuthenticationScheme> = .required("scheme", "The scheme.")

  static let rule = Grammar.Rule(
    summary: "A way to authenticate. One of several is enough.", attributes: [scheme])
}

/// The envelope of responses.
struct EnvelopeDeclaration {
  let switchParameter: Located<String>?
  let status: Located<String>?
  let content: Located<String>?

  init(_ element: XMLElement) {
    switchParameter = element[Self.switchParameter]
    status = element[Self.status]
    content = element[Self.content]
  }

  private static let switchParameter: Attribute<String> = .required(
    "switch", "The Boolean query parameter that requests the envelope.")
  private static let status: Attribute<String> = .required("status", "The field with the status.")
  private static let content: Attribute<String> = .required(
    "content", "The field with the payload.")

  static let rule = Grammar.Rule(
    summary: "The envelope of responses.", attributes: [switchParameter, status, content])
}

/// The pagination of lists.
struct PaginationDeclaration {
  let page: Located<String>?
  let size: Located<String>?
  let count: Located<String>?
  let items: Located<String>?
  let total: Located<String>?
  let firstPage: Located<Int>?
  let defaultSize: Located<Int>?
  let maximumSize: Located<Int>?
  let location: SourceLocation

  init(_ element: XMLElement) {
    page = element[Self.page]
    size = element[Self.size]
    count = element[Self.count]
    items = element[Self.items]
    total = element[Self.total]
    firstPage = element[Self.firstPage]
    defaultSize = element[Self.defaultSize]
    maximumSize = element[Self.maximumSize]
    location = element.location
  }

  private static let page: Attribute<String> = .required(
    "page", "The query parameter with the number of the page.")
  private static let size: Attribute<String> = .required(
    "size", "The query parameter with the number of items on a page.")
  private static let count: Attribute<String> = .optional(
    "count", "The Boolean query parameter that requests the total.")
  private static let items: Attribute<String> = .required("items", "The field with the items.")
  private static let total: Attribute<String> = .optional(
    "total", "The field with the number of items on all pages.")
  private static let firstPage: Attribute<Int> = .optional(
    "first-page", "The number of the first page. Defaults to 1.")
  private static let defaultSize: Attribute<Int> = .required(
    "default-size", "The number of items on a page if the request does not specify it.")
  private static let maximumSize: Attribute<Int> = .required(
    "max-size", "The largest number of items on a page.")

  static let rule = Grammar.Rule(
    summary: "The pagination of lists.",
    attributes: [page, size, count, items, total, firstPage, defaultSize, maximumSize])
}

/// The fields of the JSON body of an error response.
struct ErrorDeclaration {
  let code: Located<String>?
  let detail: Located<String>?
  let reason: Located<String>?
  let parameters: Located<String>?

  init(_ element: XMLElement) {
    code = element[Self.code]
    detail = element[Self.detail]
    reason = element[Self.reason]
    parameters = element[Self.parameters]
  }

  private static let code: Attribute<String> = .required("code", "The field with the error code.")
  private static let detail: Attribute<String> = .required(
    "detail", "The field with the description.")
  private static let reason: Attribute<String> = .optional(
    "reason", "The field with the reason phrase.")
  private static let parameters: Attribute<String> = .optional(
    "parameters", "The field with the list of arguments.")

  static let rule = Grammar.Rule(
    summary: "The fields of the JSON body of an error response.",
    attributes: [code, detail, reason, parameters])
}
