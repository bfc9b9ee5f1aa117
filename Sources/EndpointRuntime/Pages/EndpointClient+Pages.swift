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
