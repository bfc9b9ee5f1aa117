package import EndpointModel

/// Reads a list that is known by its descriptor alone, with the same protection against changes as
/// ``PageSequence``.
package struct JSONListReader {
  private var reader: ListReader<JSON>
  private let first: PageRequest
  private let firstPage: Int
  private var window: ListWindow?

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - first: The page to begin at.
  ///   - pagination: How the API serves lists.
  ///   - endpoint: The name of the endpoint, for errors.
  package init(first: PageRequest, pagination: Pagination, endpoint: String) {
    reader = ListReader(first: first, rule: pagination, endpoint: endpoint)
    self.first = first
    firstPage = pagination.firstPage
  }

  /// Returns the next page to request; `nil` at the end.
  package mutating func next() -> PageRequest? {
    window = reader.next
    guard let window else { return nil }
    reader.stop()
    let hasNumber = window.index > 0 || first.number != nil
    return PageRequest(
      number: hasNumber ? firstPage + window.index : nil, size: window.size,
      includesCount: first.includesCount)
  }

  /// Processes the page that was requested.
  ///
  /// - Returns: The new items; empty if the page only determined the next request.
  /// - Throws: ``EndpointError/decoding(_:)`` if the server ends the list early or repeats a page.
  package mutating func accept(_ page: Page<JSON>) throws -> [JSON] {
    guard let window else { return [] }
    let elements = try reader.accept(page, for: window) ?? []
    return elements.compactMap { element in
      if case .item(let item) = element { item } else { nil }
    }
  }
}
