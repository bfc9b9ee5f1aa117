import AtlasCore
import EndpointModel
@_spi(Generated) import EndpointRuntime

/// Reads the items of a list on all its pages.
struct ListPages {
  let catalog: EndpointCatalog
  let endpoint: EndpointDescriptor
  private let pagination: Pagination?
  /// Whether requests specify the page.
  private let hasPages: Bool

  /// Creates a reader.
  ///
  /// - Throws: A usage failure if the endpoint returns no list.
  init(of endpoint: EndpointDescriptor, in catalog: EndpointCatalog) throws {
    self.catalog = catalog
    self.endpoint = endpoint
    pagination = catalog.api.pagination
    let names = endpoint.parameters.filter { $0.location == .query }.map(\.name)
    hasPages = endpoint.isPaginated || pagination.map { names.contains($0.pageParameter) } ?? false
    let isList =
      hasPages
      || endpoint.responses.contains { payload in
        payload.jsonType.map { catalog.types.underlying($0).isList } ?? false
      }
    guard endpoint.method == "GET", isList else {
      throw CommandFailure(.usage, "\(endpoint.name) returns no list; leave out --all")
    }
  }

  /// Reads all pages.
  ///
  /// - Parameters:
  ///   - values: The flags of the request. Those of the page determine where reading begins and the
  ///     size of the pages.
  ///   - request: Creates the request of flags.
  ///   - send: Sends a request and returns the JSON of its response.
  ///   - receive: Receives the items of each page.
  func read(
    _ values: [FlagValue], request: ([FlagValue]) throws -> RequestBuilder,
    send: (RequestBuilder) async throws -> JSON, receive: ([JSON]) async throws -> Void
  ) async throws {
    guard hasPages, let pagination else {
      return try await receive(try page(of: try await send(try request(values))).items)
    }
    // The values are checked as for a single request.
    _ = try request(values)
    func number(_ name: String) -> Int? {
      values.last { $0.flag.parameter.name == name }.flatMap { Int($0.value) }
    }
    let first = PageRequest(
      number: number(pagination.pageParameter), size: number(pagination.sizeParameter))
    let others = values.filter {
      ![pagination.pageParameter, pagination.sizeParameter].contains($0.flag.parameter.name)
    }
    var reader = JSONListReader(first: first, pagination: pagination, endpoint: endpoint.name)
    while let window = reader.next() {
      var request = try request(others)
      request.setQueryParameter(pagination.pageParameter, to: window.number)
      request.setQueryParameter(pagination.sizeParameter, to: window.size)
      let items = try reader.accept(try page(of: try await send(request)))
      if !items.isEmpty { try await receive(items) }
    }
  }

  /// Returns the page of a response.
  private func page(of response: JSON) throws -> Page<JSON> {
    if let items = response.array { return Page(items: items) }
    let total = pagination?.total.flatMap { response[$0]?.integer }.map { Int($0) }
    if let items = pagination.flatMap({ response[$0.items]?.array }) {
      return Page(items: items, totalCount: total)
    }
    guard let field = itemsField(of: response), let items = response[field]?.array else {
      throw EndpointError.transport(
        TransportError(
          .invalidResponse, message: "the response to \(endpoint.name) is not a list"))
    }
    return Page(items: items, totalCount: total)
  }

  /// Returns the only field with a list, such as `accessLogs`.
  private func itemsField(of response: JSON) -> String? {
    let lists = (response.object ?? [:]).filter { $0.key != "links" && $0.value.array != nil }
    return lists.count == 1 ? lists.first?.key : nil
  }
}
