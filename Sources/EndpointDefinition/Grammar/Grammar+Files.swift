extension Grammar {
  static let documented = ["summary", "description", "deprecated"]
  static let declarations = ["struct", "enum", "union", "alias"]

  /// The rules of files and of the parts that all endpoints share.
  static let fileRules: [String: Rule] = [
    "api": Rule(
      summary: "What all endpoints of a module share; is once, in api.xml.",
      attributes: [
        .required("name", "The API's name, which is the generated module's too."),
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
        .optional("version", "The version of endpoints that do not say theirs."),
      ],
      single: ["summary", "description", "authentication", "envelope", "pagination", "error"],
      repeated: ["query-param"]),
    "endpoints": Rule(
      summary: "Endpoints under one tag, with their types; one file for each tag.",
      attributes: [
        .required("tag", "The tag of the endpoints, unique in the module."),
        .optional("base-path", "What replaces the base URL's path for these endpoints."),
        .optional("version", "The version that the endpoints' media types name."),
      ],
      single: ["summary", "description"], repeated: ["endpoint"] + declarations),
    "types": Rule(
      summary: "Types that several files use.", single: ["summary", "description"],
      repeated: declarations),
    "errors": Rule(
      summary: "The error codes of the API; a module has one such file at most.",
      single: ["summary", "description"], repeated: ["error-code", "error-status"]),
    "authentication": Rule(
      summary: "How callers prove who they are.",
      attributes: [
        .required(
          "scheme", .choice(AuthenticationScheme.allCases.map(\.rawValue)), "The scheme.")
      ]),
    "envelope": Rule(
      summary: "The envelope that a response can be in.",
      attributes: [
        .required("switch", "The Boolean query parameter that asks for it."),
        .required("status", "The member with the status."),
        .required("content", "The member with the payload."),
      ]),
    "pagination": Rule(
      summary: "How long lists are served in pages.",
      attributes: [
        .required("page", "The query parameter with the page's number."),
        .required("size", "The query parameter with the number of items on a page."),
        .optional("count", "The Boolean query parameter that asks for the total."),
        .required("items", "The member with the items."),
        .optional("total", "The member with the number of items on all pages."),
        .optional("first-page", .integer, "The number of the first page. Defaults to 1."),
        .required("default-size", .integer, "How many items a page has unless the caller says."),
        .required("max-size", .integer, "How many items a page can have at most."),
      ]),
    "error": Rule(
      summary: "The fields of the JSON body of an error response.",
      attributes: [
        .required("code", "The member with a code for programs."),
        .required("detail", "The member with a text for people."),
        .optional("reason", "The member with the status in words."),
        .optional("parameters", "The member with a list of the error's arguments."),
      ]),
    "error-code": Rule(
      summary: "A code that error responses carry; it becomes a case of ErrorCode.",
      attributes: [
        .required("value", "The code on the wire."),
        .optional("status", .integer, "The status that it comes with."),
        .optional("swift-name", "Its name in Swift, if the usual one does not serve."),
      ], single: documented + ["hint"]),
    "error-status": Rule(
      summary: "The error code of responses without one, by status.",
      attributes: [
        .required("value", .integer, "The status."),
        .required("code", "The code, which an <error-code> declares."),
      ]),
    "hint": Rule(summary: "What a person can do about an error, in whole sentences.", isText: true),
    "summary": Rule(summary: "What the declaration is, in one sentence.", isText: true),
    "description": Rule(
      summary: "Further paragraphs, with empty lines between them.", isText: true),
    "deprecated": Rule(
      summary: "Why the declaration should no longer be used.",
      attributes: [.optional("replacement", "The name of the endpoint or type to use instead.")],
      isText: true),
    "example": Rule(
      summary: "A JSON document that shows what the value looks like on the wire.",
      attributes: [.optional("name", "What distinguishes it from others.")], isText: true),
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
