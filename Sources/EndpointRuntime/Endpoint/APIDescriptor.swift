/// What the endpoints of an API share, as its definition says.
public struct APIDescriptor: Sendable {
  /// The API's name.
  public var name: String
  /// The absolute URL that every path is appended to, without a slash at its end.
  public var baseURL: String
  /// Query parameters that every endpoint accepts.
  public var parameters: [ParameterDescriptor]
  /// How a response can be wrapped in an envelope, if it can.
  public var envelope: EnvelopeRule?
  /// How lists are served in pages, if they are.
  public var pagination: PaginationRule?
  /// Where the body of an error response keeps its parts.
  public var error: ErrorRule?

  /// Creates a descriptor.
  public init(
    name: String, baseURL: String, parameters: [ParameterDescriptor] = [],
    envelope: EnvelopeRule? = nil, pagination: PaginationRule? = nil, error: ErrorRule? = nil
  ) {
    self.name = name
    self.baseURL = baseURL
    self.parameters = parameters
    self.envelope = envelope
    self.pagination = pagination
    self.error = error
  }
}

/// How a response can be wrapped in a JSON object that repeats its status.
///
/// A single result comes as `{"status": 200, "content": …}`; a list keeps its members and gains `status`.
public struct EnvelopeRule: Hashable, Sendable {
  /// The Boolean query parameter that asks for it.
  public var switchParameter: String
  /// The member that holds the HTTP status.
  public var status: String
  /// The member that holds the payload.
  public var content: String

  /// Creates a rule.
  public init(switchParameter: String, status: String, content: String) {
    self.switchParameter = switchParameter
    self.status = status
    self.content = content
  }
}

/// How lists are served in pages.
public struct PaginationRule: Hashable, Sendable {
  /// The query parameter with the number of the page.
  public var pageParameter: String
  /// The query parameter with the number of items on a page.
  public var sizeParameter: String
  /// The Boolean query parameter that asks for the total, if there is one.
  public var countParameter: String?
  /// The member of the response that holds the items.
  public var items: String
  /// The member of the response that holds the number of items on all pages, if there is one.
  public var total: String?
  /// The number of the first page.
  public var firstPage: Int
  /// How many items a page has unless the caller says otherwise.
  public var defaultSize: Int
  /// How many items a page can have at most.
  public var maximumSize: Int

  /// Creates a rule.
  public init(
    pageParameter: String, sizeParameter: String, countParameter: String? = nil, items: String,
    total: String? = nil, firstPage: Int = 1, defaultSize: Int, maximumSize: Int
  ) {
    self.pageParameter = pageParameter
    self.sizeParameter = sizeParameter
    self.countParameter = countParameter
    self.items = items
    self.total = total
    self.firstPage = firstPage
    self.defaultSize = defaultSize
    self.maximumSize = maximumSize
  }
}

/// Where the JSON body of an error response keeps its parts, and what people can do about known codes.
public struct ErrorRule: Hashable, Sendable {
  /// The member with a code for programs.
  public var code: String
  /// The member with a text for people.
  public var detail: String
  /// The member with the status in words, if there is one.
  public var reason: String?
  /// The member with a list of the error's arguments, if there is one.
  public var parameters: String?
  /// What a person can do, by code.
  public var hints: [String: String]
  /// What to take for the code of a response that carries none, by status.
  public var statusCodes: [Int: String]

  /// Creates a rule.
  public init(
    code: String, detail: String, reason: String? = nil, parameters: String? = nil,
    hints: [String: String] = [:], statusCodes: [Int: String] = [:]
  ) {
    self.code = code
    self.detail = detail
    self.reason = reason
    self.parameters = parameters
    self.hints = hints
    self.statusCodes = statusCodes
  }
}

extension PaginationRule {
  /// The query parameters that every paginated endpoint has.
  public var parameters: [ParameterDescriptor] {
    var parameters: [ParameterDescriptor] = [
      .query(
        pageParameter, "Int", default: String(firstPage),
        constraints: .init(minimum: Double(firstPage))),
      .query(
        sizeParameter, "Int", default: String(defaultSize),
        constraints: .init(minimum: 1, maximum: Double(maximumSize))),
    ]
    if let countParameter { parameters.append(.query(countParameter, "Bool", default: "true")) }
    return parameters
  }
}

extension APIDescriptor {
  /// The whole URL template of an endpoint.
  public func url(of endpoint: EndpointDescriptor) -> String {
    guard let basePath = endpoint.basePath else { return baseURL + endpoint.path }
    let origin = baseURL.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
      .prefix(3).joined(separator: "/")
    return origin + basePath + endpoint.path
  }
}
