import EndpointModel

extension Grammar {
  static let collection: [Attribute] = [
    .optional("list", .bool, "Whether it is a list of values of the type."),
    .optional("map", .bool, "Whether it is a JSON object whose members all have the type."),
  ]
  static let swiftName = Attribute.optional(
    "swift-name", "Its name in Swift, if the usual one does not serve.")
  static let unit = Attribute.optional(
    "unit", .choice(TimeUnit.allCases.map(\.rawValue)),
    "What the number counts that represents a Date or a Duration: milliseconds, seconds, minutes, hours or days."
  )

  private static func parameter(_ attributes: [Attribute]) -> [Attribute] {
    [
      .required("name", "Its name on the wire."),
      .required("type", "A scalar type, an enum, or an alias of one."),
    ] + attributes + [
      unit,
      .optional("pattern", "A regular expression that is found in every value's text."),
      .optional("minimum", .number, "The least number."),
      .optional("maximum", .number, "The greatest number."),
      .optional("min-length", .integer, "The least length of the text, in characters."),
      .optional("max-length", .integer, "The greatest length of the text, in characters."),
      .optional("values", "The only texts that are accepted, with spaces between them."),
      swiftName,
    ]
  }

  private static let optional: [Attribute] = [
    .optional("required", .bool, "Whether a request without it makes no sense."),
    .optional("default", "What the server takes when it is absent."),
  ]

  private static let told: [Attribute] = [
    .optional(
      "field",
      "The field to inspect. Defaults to the waiter's. Without a value, any non-empty value matches."
    ),
    .optional("value", "The member's text."),
  ]

  /// The rules of endpoints and their children.
  static let endpointRules: [String: Rule] = [
    "endpoint": Rule(
      summary: "One endpoint: it becomes a request struct.",
      attributes: [
        .required("name", "The name of the request struct: a verb and its object."),
        .required("method", .choice(Resolver.methods), "The HTTP method, in capitals."),
        .required("path", "The path, with a {PLACEHOLDER} for each <path-param>."),
        .optional("base-path", "What replaces the base URL's path."),
        .optional("version", "The version that its media types name."),
        .optional("paginated", .bool, "Whether it returns a page of a list."),
      ],
      single: documented + ["body"],
      repeated: ["role", "path-param", "query-param", "header-param", "response", "waiter"]),
    "role": Rule(summary: "A role that allows the call; one of several is enough.", isText: true),
    "path-param": Rule(
      summary: "What represents a placeholder of the path.", attributes: parameter([]),
      single: documented),
    "query-param": Rule(
      summary: "A parameter in the query.",
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
        .required("type", "Its type; Data for bytes and String for text, with their content-type."),
        .optional("content-type", "Its media type, where it is not JSON."),
        .optional("required", .bool, "Whether the request needs it. Defaults to true."),
      ] + collection, repeated: ["example"]),
    "response": Rule(
      summary: "One kind of response of a successful call.",
      attributes: [
        .required(
          "status", "The statuses that it has, with spaces between them; 2xx for any other success."
        ),
        .optional("type", "Its type; absent where it carries nothing."),
        .optional("content-type", "Its media type, where it is not JSON."),
        .optional("stream", .bool, "Whether its bytes are handed on as they arrive."),
        swiftName,
      ] + collection, repeated: ["example"]),
    "waiter": Rule(
      summary: "A state that the response reaches in time, which a program can wait for.",
      attributes: [
        .required("name", "Its name, which follows until: in Swift."),
        .optional("field", "The path to the field with the state, with dots between steps."),
        .required("interval", .integer, "The pause between two calls, in seconds."),
        .required("timeout", .integer, "How long to wait unless the caller says, in seconds."),
      ], single: documented, repeated: ["success", "failure"]),
    "success": Rule(
      summary: "A condition of success: the state is reached.",
      attributes: told + [
        .optional("status", .integer, "The response's status, such as 404 after a deletion."),
        .optional(
          "code",
          "The error codes that the status needs, with spaces between them; without it any counts."),
      ]),
    "failure": Rule(
      summary: "A condition of failure: the state will never be reached.", attributes: told),
  ]
}
