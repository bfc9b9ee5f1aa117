import EndpointModel

extension Grammar {
  static let collection: [Attribute] = [
    .optional("list", .bool, "Whether the value is a list of the type."),
    .optional("map", .bool, "Whether the value is a JSON object whose fields all have the type."),
  ]
  static let swiftName = Attribute.optional(
    "swift-name", "The name in Swift. Defaults to a name derived from the one on the wire.")
  static let unit = Attribute.optional(
    "unit", .choice(TimeUnit.allCases.map(\.rawValue)),
    "The unit of a numeric Date or Duration: milliseconds, seconds, minutes, hours or days."
  )

  private static func parameter(_ attributes: [Attribute]) -> [Attribute] {
    [
      .required("name", "The name on the wire."),
      .required("type", "A scalar type, an enum, or an alias of one."),
    ] + attributes + [
      unit,
      .optional("pattern", "A regular expression that matches a part of every value."),
      .optional("minimum", .number, "The smallest number."),
      .optional("maximum", .number, "The largest number."),
      .optional("min-length", .integer, "The shortest length in characters."),
      .optional("max-length", .integer, "The longest length in characters."),
      .optional("values", "The accepted values, separated by spaces."),
      swiftName,
    ]
  }

  private static let optional: [Attribute] = [
    .optional("required", .bool, "Whether the parameter is required."),
    .optional("default", "The value that the server uses if the parameter is missing."),
  ]

  private static let conditionAttributes: [Attribute] = [
    .optional(
      "field",
      "The field to inspect. Defaults to the waiter's. Without a value, any non-empty value matches."
    ),
    .optional("value", "The accepted value."),
  ]

  /// The rules of endpoints and their children.
  static let endpointRules: [String: Rule] = [
    "endpoint": Rule(
      summary: "An endpoint, which becomes a request struct.",
      attributes: [
        .required("name", "The name of the request struct: a verb and its object."),
        .required("method", .choice(Resolver.methods), "The HTTP method, in capitals."),
        .required("path", "The path, with a {PLACEHOLDER} for each <path-param>."),
        .optional("base-path", "The path that replaces that of the base URL."),
        .optional("version", "The version in the media types."),
        .optional("paginated", .bool, "Whether the response is a page of a list."),
      ],
      single: documented + ["body"],
      repeated: ["role", "path-param", "query-param", "header-param", "response", "waiter"]),
    "role": Rule(
      summary: "A role that permits the request. One of several is enough.", isText: true),
    "path-param": Rule(
      summary: "The value of a placeholder of the path.", attributes: parameter([]),
      single: documented),
    "query-param": Rule(
      summary: "A query parameter.",
      attributes: parameter(
        [
          collection[0],
          .optional(
            "explode", .bool,
            "Whether each value of a list is a parameter of its own  or all are in one, with commas between them. Defaults to true."
          ),
        ] + optional),
      single: documented),
    "header-param": Rule(
      summary: "A header field.", attributes: parameter([collection[0]] + optional),
      single: documented),
    "body": Rule(
      summary: "The request's body.",
      attributes: [
        .required("type", "The type; with a content-type, Data for bytes and String for text."),
        .optional("content-type", "The media type, if it is not JSON."),
        .optional("required", .bool, "Whether the body is required. Defaults to true."),
      ] + collection, repeated: ["example"]),
    "response": Rule(
      summary: "A kind of response to a successful request.",
      attributes: [
        .required(
          "status", "The statuses, separated by spaces; 2xx for any other success."
        ),
        .optional("type", "The type. Without it, the response has no body."),
        .optional("content-type", "The media type, if it is not JSON."),
        .optional("stream", .bool, "Whether the body is streamed."),
        swiftName,
      ] + collection, repeated: ["example"]),
    "waiter": Rule(
      summary: "A state that the response reaches in time, which clients can wait for.",
      attributes: [
        .required("name", "The name, which follows until: in Swift."),
        .optional("field", "The path to the field with the state, with dots between steps."),
        .required("interval", .integer, "The delay between two polls, in seconds."),
        .required("timeout", .integer, "The default timeout, in seconds."),
      ], single: documented, repeated: ["success", "failure"]),
    "success": Rule(
      summary: "A condition of success.",
      attributes: conditionAttributes + [
        .optional("status", .integer, "The status of the response, such as 404 after a deletion."),
        .optional(
          "code",
          "The error codes that must come with the status, separated by spaces. Defaults to any."),
      ]),
    "failure": Rule(
      summary: "A condition of failure.", attributes: conditionAttributes),
  ]
}
