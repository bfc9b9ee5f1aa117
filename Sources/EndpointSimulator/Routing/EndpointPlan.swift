import EndpointModel
import EndpointRuntime
import Synchronization

/// What follows from the definition of an endpoint for its requests.
struct EndpointPlan: Sendable {
  /// The trailing segments of the path that consist of placeholders; `nil` if there are none.
  let tail: ItemTemplate?
  /// The path template that identifies an item of the collection.
  let item: ItemTemplate
  /// The path template that identifies a list of the collection; empty if there is one list.
  let list: ItemTemplate
  /// The items that must exist, from the outermost.
  let parents: [ParentPath]
  let details: EndpointDetails?
  /// The type of the response, or of an item of the list that the response is.
  let itemType: TypeReference?
  /// The field of the response with the items, if the response is a page that the definition describes
  /// as a struct.
  let itemsField: String?
  /// Whether requests of other endpoints change the resource of the path.
  let isChangeable: Bool
  /// Whether the path is that of one resource rather than of a collection.
  let isDocument: Bool
}

/// Creates the plans of an API's endpoints as they are needed.
final class EndpointPlanner: Sendable {
  private let catalog: EndpointCatalog
  private let templates: CollectionTemplates
  private let changeable: Set<String>
  private let documents: Set<String>
  private let world: World
  private let plans = Mutex<[String: EndpointPlan]>([:])

  init(_ catalog: EndpointCatalog, world: World) {
    self.catalog = catalog
    self.world = world
    templates = CollectionTemplates(catalog.endpoints)
    documents = Self.documents(catalog.endpoints)
    changeable = Set(
      catalog.endpoints.lazy.filter { $0.method != "GET" }.map(\.path.description))
  }

  /// Returns the plan of an endpoint.
  func plan(for endpoint: EndpointDescriptor) -> EndpointPlan {
    plans.withLock { plans in
      if let plan = plans[endpoint.name] { return plan }
      let plan = makePlan(for: endpoint)
      plans[endpoint.name] = plan
      return plan
    }
  }

  private func makePlan(for endpoint: EndpointDescriptor) -> EndpointPlan {
    let (type, field) = itemType(of: endpoint)
    return EndpointPlan(
      tail: endpoint.tail, item: templates.item(of: endpoint), list: templates.list(of: endpoint),
      parents: world.parents(of: endpoint), details: catalog.details(of: endpoint.name),
      itemType: type, itemsField: field,
      isChangeable: changeable.contains(endpoint.path.description),
      isDocument: documents.contains(endpoint.path.description))
  }

  /// The paths in fixed text that GET returns one resource of, and that no items are below.
  private static func documents(_ endpoints: [EndpointDescriptor]) -> Set<String> {
    let fetched = endpoints.filter { $0.method == "GET" }
    let collections = Set(fetched.filter { $0.tail != nil }.map { String($0.collectionPath) })
    return Set(fetched.filter { $0.tail == nil && !$0.returnsList }.map(\.path.description))
      .subtracting(collections)
  }

  private func itemType(of endpoint: EndpointDescriptor) -> (TypeReference?, String?) {
    guard let type = endpoint.responseType else { return (nil, nil) }
    let underlying = catalog.types.underlying(type)
    if case .list(let element) = underlying { return (element, nil) }
    if !endpoint.isPaginated, let items = catalog.api.pagination?.items,
      case .named(let name) = underlying,
      let field = catalog.types[name]?.fields.first(where: { $0.name == items }),
      case .list(let element) = catalog.types.underlying(field.type)
    {
      return (element, items)
    }
    return (type, nil)
  }
}
