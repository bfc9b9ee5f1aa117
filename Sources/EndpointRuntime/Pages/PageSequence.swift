/// The pages of a list, each fetched while its reader is busy with the one before.
///
/// The sequence ends after the last of `totalCount` items. Where the server gives no total, it ends
/// after an empty page, one that repeats the page before, or one that is shorter than a page before.
///
/// A list can change while it is read. Where the server tells the total, items that moved to the next
/// page because others appeared before them are given once, and those that moved to the page before
/// because others vanished are fetched from there, as long as fewer appear or vanish between two
/// requests than a page has.
public struct PageSequence<API: EndpointAPI, E: PaginatedEndpoint<API>>: AsyncSequence, Sendable {
  /// A page.
  public typealias Element = Page<E.Item>

  let client: EndpointClient<API>
  let endpoint: E
  let options: RequestOptions<API>

  /// Begins at the page that the endpoint asks for, or at the first.
  public func makeAsyncIterator() -> Iterator {
    Iterator(client: client, endpoint: endpoint, options: options)
  }

  /// Gives the pages one after the other.
  public struct Iterator: AsyncIteratorProtocol {
    private let client: EndpointClient<API>
    private let endpoint: E
    private let options: RequestOptions<API>
    private var cursor: PageCursor
    private var last: FetchedPage<E.Item>?
    private var ahead: PageFetch<E.Item>?

    init(client: EndpointClient<API>, endpoint: E, options: RequestOptions<API>) {
      self.client = client
      self.endpoint = endpoint
      self.options = options
      cursor = PageCursor(first: endpoint.page, rule: API.descriptor.pagination)
    }

    /// The next page, or nothing after the last.
    ///
    /// - Throws: ``EndpointError`` if the page cannot be fetched; the sequence is then at its end.
    public mutating func next() async throws -> Page<E.Item>? {
      try await next(isolation: nil)
    }

    /// The next page, or nothing after the last.
    ///
    /// - Throws: ``EndpointError`` if the page cannot be fetched; the sequence is then at its end.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws
      -> Page<E.Item>?
    {
      let page = try await take(isolation: actor)
      prefetch()
      return page
    }

    /// Begins to fetch the page after the one that was taken last.
    mutating func prefetch() {
      if ahead == nil, let number = cursor.next { ahead = fetch(number) }
    }

    /// The next page, or nothing after the last; no other one is fetched ahead.
    mutating func take(isolation actor: isolated (any Actor)?) async throws
      -> Page<E.Item>?
    {
      guard let number = cursor.next else { return nil }
      let fetch = ahead ?? fetch(number)
      ahead = nil
      cursor.stop()
      let fetched = try await fetch.result()
      var page = fetched.page
      if !cursor.accept(number, count: page.items.count, total: page.totalCount, fetched.body) {
        page.items = []
      }
      if let last { try await adjust(&page, after: last, isolation: actor) }
      let isFirst = last == nil
      last = fetched
      return isFirst || !page.items.isEmpty ? page : nil
    }

    /// Makes up for what has moved from one page to another since the last one was fetched.
    private func adjust(
      _ page: inout Page<E.Item>, after last: FetchedPage<E.Item>,
      isolation actor: isolated (any Actor)?
    ) async throws {
      guard let total = page.totalCount, let before = last.page.totalCount else { return }
      if total > before {
        page.removeOverlap(with: last.page, upTo: total - before)
      } else if total < before {
        let known = Set(last.page.items)
        let items = try await fetch(last.number).result().page.items
        page.items = items.filter { !known.contains($0) && !page.items.contains($0) } + page.items
      }
    }

    private func fetch(_ number: Int) -> PageFetch<E.Item> {
      var endpoint = endpoint
      endpoint.page.number = number
      return PageFetch { [client, endpoint, options] in
        let (page, body) = try await client.page(endpoint, options: options)
        return FetchedPage(number: number, page: page, body: body)
      }
    }
  }
}
