/// Which page of a list to ask for, and how long; what is absent is left to the server.
public struct PageRequest: Hashable, Sendable {
  /// The page's number; the API's first page if absent.
  public var number: Int?
  /// How many items the page should have at most.
  public var size: Int?
  /// Whether the response should say how many items there are on all pages.
  public var includesCount: Bool?

  /// Creates a page request.
  public init(number: Int? = nil, size: Int? = nil, includesCount: Bool? = nil) {
    self.number = number
    self.size = size
    self.includesCount = includesCount
  }
}

/// One page of a list.
public struct Page<Item: Sendable>: Sendable {
  /// The items, in the server's order.
  public var items: [Item]
  /// How many items there are on all pages, if the server says so.
  public var totalCount: Int?
  /// The items of the page that could not be decoded; empty unless
  /// ``RequestOptions/skipsInvalidItems`` is set.
  public var skippedItems: [SkippedItem]

  /// Creates a page.
  public init(items: [Item], totalCount: Int? = nil, skippedItems: [SkippedItem] = []) {
    self.items = items
    self.totalCount = totalCount
    self.skippedItems = skippedItems
  }
}

extension Page: Equatable where Item: Equatable {}
extension Page: Hashable where Item: Hashable {}
