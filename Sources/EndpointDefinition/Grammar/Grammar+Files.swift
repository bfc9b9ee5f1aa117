extension Grammar {
  static let documented = ["summary", "description", "deprecated"]
  static let declarations = ["struct", "enum", "union", "alias"]

  /// The rules of files and of the parts that all endpoints share.
  static let fileRules: [String: Rule] = [
    "api": Rule(
      summary: "The properties that all endpoints of a module share, in api.xml.",
      attributes: [
        .required("name", "The name of the API and of the generated module."),
        .required(
          "base-url", "The absolute URL that paths are appended to, without a slash at its end."),
        .optional(
          "service",
          "The service in Swift, as Module.Type, where several APIs share a client. Defaults to the API itself."
        ),
        .optional(
          "media-type",
          "The media type of JSON, with {version} in place of the version of an endpoint. Defaults to application/json."
        ),
        .optional("version", "The default version of endpoints."),
      ],
      single: ["summary", "description", "authentication", "envelope", "pagination", "error"],
      repeated: ["query-param"]),
    "endpoints": Rule(
      summary: "Endpoints under one tag, with their types; one file for each tag.",
      attributes: [
        .required("tag", "The tag of the endpoints, unique in the module."),
        .optional("base-path", "The path that replaces that of the base URL for these endpoints."),
        .optional("version", "The version in the media types of the endpoints."),
      ],
      single: ["summary", "description"], repeated: ["endpoint"] + declarations),
    "types": Rule(
      summary: "Types that several files use.", single: ["summary", "description"],
      repeated: declarations),
    "errors": Rule(
      summary: "The error codes of the API; a module has one such file at most.",
      single: ["summary", "description"], repeated: ["error-code", "error-status"]),
    "authentication": Rule(
      summary: "The authentication scheme.",
      attributes: [
        .required(
          "scheme", .choice(AuthenticationScheme.allCases.map(\.rawValue)), "The scheme.")
      ]),
    "envelope": Rule(
      summary: "The envelope of responses.",
      attributes: [
        .required("switch", "The Boolean query parameter that requests the envelope."),
        .required("status", "The field with the status."),
        .required("content", "The field with the payload."),
      ]),
    "pagination": Rule(
      summary: "The pagination of lists.",
      attributes: [
        .required("page", "The query parameter with the number of the page."),
        .required("size", "The query parameter with the number of items on a page."),
        .optional("count", "The Boolean query parameter that requests the total."),
        .required("items", "The field with the items."),
        .optional("total", "The field with the number of items on all pages."),
        .optional("first-page", .integer, "The number of the first page. Defaults to 1."),
        .required(
          "default-size", .integer,
          "The number of items on a page if the request does not specify it."),
        .required("max-size", .integer, "The largest number of items on a page."),
      ]),
    "error": Rule(
      summary: "The fields of the JSON body of an error response.",
      attributes: [
        .required("code", "The field with the error code."),
        .required("detail", "The field with the description."),
        .optional("reason", "The field with the reason phrase."),
        .optional("parameters", "The field with the list of arguments."),
      ]),
    "error-code": Rule(
      summary: "An error code, which becomes a value of ErrorCode.",
      attributes: [
        .required("value", "The code on the wire."),
        .optional("status", .integer, "The status of the responses with the code."),
        .optional(
          "swift-name", "The name in Swift. Defaults to a name derived from the one on the wire."),
      ], single: documented + ["hint"]),
    "error-status": Rule(
      summary: "The error code of responses without one, by status.",
      attributes: [
        .required("value", .integer, "The status."),
        .required("code", "The code, which an <error-code> declares."),
      ]),
    "hint": Rule(summary: "How to fix the error, in whole sentences.", isText: true),
    "summary": Rule(summary: "A description in one sentence.", isText: true),
    "description": Rule(
      summary: "Further paragraphs, separated by empty lines.", isText: true),
    "deprecated": Rule(
      summary: "The reason for the deprecation.",
      attributes: [.optional("replacement", "The name of the endpoint or type that replaces it.")],
      isText: true),
    "example": Rule(
      summary: "An example in JSON.",
      attributes: [.optional("name", "The name of the example.")], isText: true),
  ]
}

extension Grammar.Attribute {
  static func required(_ name: String, _ summary: String) -> Self {
    .required(name, .text, summary)
  }
  static func optional(_ name: String, _ summary: String) -> Self {
    .optional(name, .text, summary)
  }
}
