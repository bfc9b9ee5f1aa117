/// The pages of a list, fetched as they are asked for.
///
/// The sequence ends after the last of `totalCount` items. Where the server gives no total, it ends
/// after an empty page, one that repeats the page before, or one that is shorter than a page before.
public struct PageSequence<API: EndpointAPI, E: PaginatedEndpoint<API>>: AsyncSequence, Sendable {
  /// A page.
  public typealias Element = Page<E.Item>
  /// What can go wrong when a page is fetched.
  public typealias Failure = EndpointError

  let client: EndpointClient<API>
  let endpoint: E
  let options: RequestOptions<API>

  /// Begins at the page that the endpoint asks for, or at the first.
  public func makeAsyncIterator() -> Iterator {
    Iterator(client: client, endpoint: endpoint, options: options)
  }

  /// Fetches the pages one after the other.
  public struct Iterator: AsyncIteratorProtocol {
    private let client: EndpointClient<API>
    private var endpoint: E
    private let options: RequestOptions<API>
    private var cursor: PageCursor

    init(client: EndpointClient<API>, endpoint: E, options: RequestOptions<API>) {
      self.client = client
      self.endpoint = endpoint
      self.options = options
      cursor = PageCursor(first: endpoint.page, rule: API.descriptor.pagination)
    }

    /// The next page, or nothing after the last.
    ///
    /// - Throws: ``EndpointError`` if the page cannot be fetched; the sequence is then at its end.
    public mutating func next() async throws(EndpointError) -> Page<E.Item>? {
      try await next(isolation: nil)
    }

    /// The next page, or nothing after the last.
    ///
    /// - Throws: ``EndpointError`` if the page cannot be fetched; the sequence is then at its end.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(EndpointError)
      -> Page<E.Item>?
    {
      guard let number = cursor.next else { return nil }
      cursor.stop()
      endpoint.page.number = number
      let (page, body) = try await client.page(endpoint, options: options)
      let belongs = cursor.accept(number, count: page.items.count, total: page.totalCount, body)
      guard belongs else { return nil }
      return page
    }
  }
}

/// The items of a list, whose pages are fetched as they are asked for.
public struct ItemSequence<API: EndpointAPI, E: PaginatedEndpoint<API>>: AsyncSequence, Sendable {
  /// An item.
  public typealias Element = E.Item
  /// What can go wrong when a page is fetched.
  public typealias Failure = EndpointError

  let pages: PageSequence<API, E>

  /// Begins at the first item of the first page.
  public func makeAsyncIterator() -> Iterator { Iterator(pages: pages.makeAsyncIterator()) }

  /// Gives the items one after the other.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate var pages: PageSequence<API, E>.Iterator
    private var items: ArraySlice<E.Item> = []

    fileprivate init(pages: PageSequence<API, E>.Iterator) { self.pages = pages }

    /// The next item, or nothing after the last.
    ///
    /// - Throws: ``EndpointError`` if its page cannot be fetched; the sequence is then at its end.
    public mutating func next() async throws(EndpointError) -> E.Item? {
      try await next(isolation: nil)
    }

    /// The next item, or nothing after the last.
    ///
    /// - Throws: ``EndpointError`` if its page cannot be fetched; the sequence is then at its end.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(EndpointError)
      -> E.Item?
    {
      while items.isEmpty {
        guard let page = try await pages.next(isolation: actor) else { return nil }
        items = page.items[...]
      }
      return items.removeFirst()
    }
  }
}

extension EndpointClient {
  /// The pages of a list, from the one that the endpoint asks for to the last.
  public func pages<E: PaginatedEndpoint<API>>(
    _ endpoint: E, options: RequestOptions<API> = .init()
  ) -> PageSequence<API, E> {
    PageSequence(client: self, endpoint: endpoint, options: options)
  }

  /// The items of a list on all its pages.
  public func items<E: PaginatedEndpoint<API>>(
    _ endpoint: E, options: RequestOptions<API> = .init()
  ) -> ItemSequence<API, E> {
    ItemSequence(pages: pages(endpoint, options: options))
  }
}
