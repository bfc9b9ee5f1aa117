/// The items of a list on all its pages.
///
/// The next page is fetched when half of the items of a page are consumed. ``PageSequence``
/// describes what happens if the list changes.
public struct ItemSequence<E: PaginatedEndpoint>: AsyncSequence, Sendable {
  /// An item.
  public typealias Element = E.Item

  let pages: PageSequence<E>
  /// Receives the items that cannot be decoded.
  let report: (@Sendable (SkippedItem) -> Void)?

  /// Returns an iterator that begins at the first item of the first page.
  public func makeAsyncIterator() -> Iterator {
    Iterator(pages: pages.makeAsyncIterator(), report: report)
  }

  /// Iterates over the items.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate var pages: PageSequence<E>.Iterator
    private var items: ArraySlice<E.Item> = []
    private var pageSize = 0

    private let report: (@Sendable (SkippedItem) -> Void)?

    fileprivate init(
      pages: PageSequence<E>.Iterator, report: (@Sendable (SkippedItem) -> Void)?
    ) {
      self.pages = pages
      self.report = report
    }

    /// Returns the next item; `nil` after the last.
    ///
    /// - Throws: ``EndpointError`` if its page cannot be fetched. The sequence then ends.
    public mutating func next() async throws -> E.Item? {
      try await next(isolation: nil)
    }

    /// Returns the next item; `nil` after the last.
    ///
    /// - Throws: ``EndpointError`` if its page cannot be fetched. The sequence then ends.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws
      -> E.Item?
    {
      while items.isEmpty {
        guard let page = try await pages.take(isolation: actor) else { return nil }
        items = page.items[...]
        if let report { page.skippedItems.forEach(report) }
        pageSize = items.count
      }
      if items.count <= pageSize / 2 { pages.prefetch() }
      return items.removeFirst()
    }
  }
}
