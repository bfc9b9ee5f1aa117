/// A request for a page of a list. Properties that are `nil` are left to the server.
public struct PageRequest: Hashable, Sendable {
  /// The number of the page; `nil` for the first one.
  public var number: Int?
  /// The largest number of items on the page.
  public var size: Int?
  /// Whether the response should have the total number of items.
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
  /// The number of items on all pages; `nil` if the server does not report it.
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
