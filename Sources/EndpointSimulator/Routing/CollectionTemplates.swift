import EndpointModel
import EndpointRuntime

/// How the paths go on after those of collections, as the endpoints have it.
struct CollectionTemplates: Sendable {
  private let items: [Substring: ItemTemplate]
  private let lists: [Substring: ItemTemplate]

  init(_ endpoints: [EndpointDescriptor]) {
    items = Self.shortest(endpoints.filter { !$0.returnsList })
    lists = Self.shortest(endpoints.filter(\.returnsList))
  }

  /// How the items are told apart that an endpoint is about: by its own path, or by that of the
  /// endpoints for items of its collection.
  func item(of endpoint: EndpointDescriptor) -> ItemTemplate {
    endpoint.tail ?? items[endpoint.collectionPath] ?? "{ID}"
  }

  /// How the lists of a collection are told apart, which has nothing to it if there is one list only.
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
