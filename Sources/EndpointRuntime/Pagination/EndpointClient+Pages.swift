extension EndpointClient {
  /// Returns the pages of a list, from the requested one to the last.
  public func pages<E: PaginatedEndpoint>(
    of endpoint: E, options: RequestOptions<E.API> = .init()
  ) -> PageSequence<E> where E.API.Service == Service {
    PageSequence(client: self, endpoint: endpoint, options: options)
  }

  /// Returns the items of a list on all its pages.
  ///
  /// - Parameters:
  ///   - endpoint: The list.
  ///   - options: The options of each request.
  ///   - skipped: Receives each item that cannot be decoded, which is skipped. Defaults to `nil`,
  ///     so that such an item ends the sequence with ``EndpointError/decoding(_:)``.
  public func items<E: PaginatedEndpoint>(
    of endpoint: E, options: RequestOptions<E.API> = .init(),
    skippingInvalid skipped: (@Sendable (SkippedItem) -> Void)? = nil
  ) -> ItemSequence<E> where E.API.Service == Service {
    var options = options
    if skipped != nil { options.skipsInvalidItems = true }
    return ItemSequence(pages: pages(of: endpoint, options: options), report: skipped)
  }
}
