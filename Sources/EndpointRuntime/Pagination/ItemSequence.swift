/// The items of a list on all its pages.
///
/// A page is fetched when the items of the one before are half used up. What happens to lists that
/// change meanwhile is said at ``PageSequence``.
public struct ItemSequence<E: PaginatedEndpoint>: AsyncSequence, Sendable {
  /// An item.
  public typealias Element = E.Item

  let pages: PageSequence<E>
  /// Receives the items that could not be decoded.
  let report: (@Sendable (SkippedItem) -> Void)?

  /// Begins at the first item of the first page.
  public func makeAsyncIterator() -> Iterator {
    Iterator(pages: pages.makeAsyncIterator(), report: report)
  }

  /// Gives the items one after the other.
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

    /// The next item, or nothing after the last.
    ///
    /// - Throws: ``EndpointError`` if its page cannot be fetched; the sequence is then at its end.
    public mutating func next() async throws -> E.Item? {
      try await next(isolation: nil)
    }

    /// The next item, or nothing after the last.
    ///
    /// - Throws: ``EndpointError`` if its page cannot be fetched; the sequence is then at its end.
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
