/// A request for a page of a list. The server's defaults apply to properties that are `nil`.
public struct PageRequest: Hashable, Sendable {
  /// The number of the page; `nil` for the first one.
  public var number: Int?
  /// The maximum number of items on the page.
  public var size: Int?
  /// Whether the response contains the total number of items.
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
  /// The items of the page that could not be decoded. Empty unless
  /// ``RequestOptions/skipsInvalidItems`` is `true`.
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
