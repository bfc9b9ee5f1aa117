/// How a response can be wrapped in a JSON object that repeats its status.
public struct EnvelopeModel: Hashable, Sendable {
  /// The Boolean query parameter that asks for it.
  public var switchParameter: String
  /// The member that holds the HTTP status.
  public var status: String
  /// The member that holds the payload.
  public var content: String

  /// Makes an envelope's model.
  public init(switchParameter: String, status: String, content: String) {
    self.switchParameter = switchParameter
    self.status = status
    self.content = content
  }
}

/// How long lists are served in pages.
///
/// An endpoint that is paginated has the three query parameters without declaring them.
public struct PaginationModel: Hashable, Sendable {
  /// The query parameter with the number of the page.
  public var pageParameter: String
  /// The query parameter with the number of items on a page.
  public var sizeParameter: String
  /// The Boolean query parameter that asks for the total, if there is one.
  public var countParameter: String?
  /// The member of the answer that holds the items.
  public var items: String
  /// The member of the answer that holds the number of items on all pages, if there is one.
  public var total: String?
  /// The number of the first page.
  public var firstPage: Int
  /// How many items a page has unless the caller says otherwise.
  public var defaultSize: Int
  /// How many items a page can have at most.
  public var maximumSize: Int

  /// Makes a pagination's model.
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

/// Where the JSON body of an error answer keeps its parts.
public struct ErrorModel: Hashable, Sendable {
  /// The member with a code for programs.
  public var code: String
  /// The member with a text for people.
  public var detail: String
  /// The member with the status in words, if there is one.
  public var reason: String?
  /// The member with a list of the error's arguments, if there is one.
  public var parameters: String?
  /// What a person can do about known codes, sorted by code.
  public var hints: [Hint]

  /// What a person can do about one code.
  public struct Hint: Hashable, Sendable {
    /// The code.
    public var code: String
    /// What to do, as whole sentences.
    public var text: String

    /// Makes a hint.
    public init(code: String, text: String) {
      self.code = code
      self.text = text
    }
  }

  /// Makes an error's model.
  public init(
    code: String, detail: String, reason: String? = nil, parameters: String? = nil,
    hints: [Hint] = []
  ) {
    self.code = code
    self.detail = detail
    self.reason = reason
    self.parameters = parameters
    self.hints = hints
  }
}
