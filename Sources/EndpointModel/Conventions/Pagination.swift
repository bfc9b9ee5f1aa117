/// How an API serves lists in pages.
///
/// A paginated endpoint has the query parameters without declaring them.
public struct Pagination: Hashable, Sendable {
  /// The query parameter with the number of the page.
  public var pageParameter: String
  /// The query parameter with the number of items on a page.
  public var sizeParameter: String
  /// The Boolean query parameter that requests the total; `nil` if there is none.
  public var countParameter: String?
  /// The field of the response with the items.
  public var items: String
  /// The field of the response with the number of items on all pages; `nil` if there is none.
  public var total: String?
  /// The number of the first page.
  public var firstPage: Int
  /// The number of items on a page if the request does not specify it.
  public var defaultSize: Int
  /// The largest number of items on a page.
  public var maximumSize: Int

  /// Creates a pagination.
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

  /// The query parameters of every paginated endpoint.
  public var parameters: [ParameterDescriptor] {
    var parameters: [ParameterDescriptor] = [
      .query(
        pageParameter, .int, default: String(firstPage),
        constraints: .init(minimum: Double(firstPage))),
      .query(
        sizeParameter, .int, default: String(defaultSize),
        constraints: .init(minimum: 1, maximum: Double(maximumSize))),
    ]
    if let countParameter { parameters.append(.query(countParameter, .bool, default: "true")) }
    return parameters
  }
}
