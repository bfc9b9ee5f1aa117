import EndpointModel
import EndpointRuntime

/// The path templates of items and lists of collections, by the endpoints.
struct CollectionTemplates: Sendable {
  private let items: [Substring: ItemTemplate]
  private let lists: [Substring: ItemTemplate]

  init(_ endpoints: [EndpointDescriptor]) {
    items = Self.shortest(endpoints.filter { !$0.returnsList })
    lists = Self.shortest(endpoints.filter(\.returnsList))
  }

  /// Returns the template that identifies an item of the endpoint's collection.
  func item(of endpoint: EndpointDescriptor) -> ItemTemplate {
    endpoint.tail ?? items[endpoint.collectionPath] ?? "{ID}"
  }

  /// Returns the template that identifies a list of the collection; empty if there is only one
  /// list.
  func list(of endpoint: EndpointDescriptor) -> ItemTemplate {
    lists[endpoint.collectionPath] ?? ""
  }

  private static func shortest(_ endpoints: [EndpointDescriptor]) -> [Substring: ItemTemplate] {
    let tails = endpoints.compactMap { endpoint in
      endpoint.tail.map { (endpoint.collectionPath, $0) }
    }
    return Dictionary(tails) { $1.segmentCount < $0.segmentCount ? $1 : $0 }
  }
}
