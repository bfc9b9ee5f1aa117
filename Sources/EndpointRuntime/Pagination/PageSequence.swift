import EndpointModel

/// The pages of a list. While one is processed, the next one is fetched.
///
/// A list can change while it is read. Items that are in it all the time are given exactly once,
/// whatever else is created, deleted or changed, the items that were read included: each request
/// overlaps the one before by an item, and if the list has shifted, the sequence finds out where to go
/// on. Sizes of requests therefore vary, and a page can have fewer items than ``PageRequest/size``.
/// Items are recognized by their `id` if their type is `Identifiable`, else by all of their properties.
///
/// If the server ends the list before its total, or repeats the same page, the sequence throws
/// ``EndpointError/decoding(_:)``.
///
/// If reading begins at another page than the first, pages are read by number alone, without that
/// protection.
public struct PageSequence<E: PaginatedEndpoint>: AsyncSequence, Sendable {
  /// A page.
  public typealias Element = Page<E.Item>

  let client: EndpointClient<E.API.Service>
  let endpoint: E
  let options: RequestOptions<E.API>

  /// Returns an iterator that begins at the requested page, or at the first.
  public func makeAsyncIterator() -> Iterator {
    Iterator(client: client, endpoint: endpoint, options: options)
  }

  /// Iterates over the pages.
  public struct Iterator: AsyncIteratorProtocol {
    private let client: EndpointClient<E.API.Service>
    private let endpoint: E
    private let options: RequestOptions<E.API>
    private var reader: ListReader<E.Item>
    private var ahead: PageFetch<E.Item>?
    /// The rest of the last page that was fetched.
    private var rest: Page<E.Item>?
    private var isAtStart = true

    init(client: EndpointClient<E.API.Service>, endpoint: E, options: RequestOptions<E.API>) {
      self.client = client
      self.endpoint = endpoint
      self.options = options
      reader = ListReader(
        first: endpoint.page, rule: E.API.descriptor.pagination, endpoint: E.operation.name)
    }

    /// Returns the next page; `nil` after the last.
    ///
    /// - Throws: ``EndpointError`` if the page cannot be fetched. The sequence then ends.
    public mutating func next() async throws -> Page<E.Item>? {
      try await next(isolation: nil)
    }

    /// Returns the next page; `nil` after the last.
    ///
    /// - Throws: ``EndpointError`` if the page cannot be fetched. The sequence then ends.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws
      -> Page<E.Item>?
    {
      let page = try await take(isolation: actor)
      prefetch()
      return page
    }

    /// Fetches the window after the last one.
    mutating func prefetch() {
      if ahead == nil, rest == nil, let window = reader.next { ahead = fetch(window) }
    }

    /// Returns the next page without fetching another one; `nil` after the last.
    mutating func take(isolation actor: isolated (any Actor)?) async throws -> Page<E.Item>? {
      if let page = takeRest() { return page }
      while let window = reader.next {
        let fetch = ahead ?? fetch(window)
        ahead = nil
        reader.stop()
        var page = try await fetch.result()
        guard let elements = try reader.accept(page, for: fetch.window) else { continue }
        guard isAtStart || !elements.isEmpty else { continue }
        isAtStart = false
        page.setElements(elements)
        rest = page
        return takeRest()
      }
      return nil
    }

    /// Returns as many items of the last page as were requested.
    private mutating func takeRest() -> Page<E.Item>? {
      guard var page = rest else { return nil }
      rest = nil
      if let size = endpoint.page.size, size > 0, page.items.count > size {
        rest = page
        rest?.items.removeFirst(size)
        rest?.skippedItems = []
        page.items = Array(page.items.prefix(size))
      }
      return page
    }

    private func fetch(_ window: ListWindow) -> PageFetch<E.Item> {
      var endpoint = endpoint
      if window.index > 0 || endpoint.page.number != nil {
        endpoint.page.number = (E.API.descriptor.pagination?.firstPage ?? 1) + window.index
      }
      endpoint.page.size = window.size
      return PageFetch(window) { [client, endpoint, options] in
        try await client.send(endpoint, options: options)
      }
    }
  }
}
