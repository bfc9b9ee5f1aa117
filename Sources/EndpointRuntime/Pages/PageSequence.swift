/// The pages of a list, fetched as they are asked for.
///
/// The sequence ends after an empty page, after the last of `totalCount` items, or, where the server
/// gives no total, after a page with fewer items than were asked for.
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
    private var number: Int
    private var itemsSeen: Int
    private var isFinished = false

    init(client: EndpointClient<API>, endpoint: E, options: RequestOptions<API>) {
      self.client = client
      self.endpoint = endpoint
      self.options = options
      let rule = API.descriptor.pagination
      let first = rule?.firstPage ?? 1
      number = endpoint.page.number ?? first
      itemsSeen = Swift.max(0, number - first) * (endpoint.page.size ?? rule?.defaultSize ?? 100)
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
      guard !isFinished else { return nil }
      isFinished = true
      endpoint.page.number = number
      let page = try await client.send(endpoint, options: options)
      guard !page.items.isEmpty else { return nil }
      number += 1
      itemsSeen += page.items.count
      if let total = page.totalCount {
        isFinished = itemsSeen >= total
      } else {
        let size = endpoint.page.size ?? API.descriptor.pagination?.defaultSize ?? 0
        isFinished = page.items.count < size
      }
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
