import EndpointRuntime
import EndpointSimulator
import Foundation

/// The behavior of events: changes of the resources of a project are among its events.
enum EventBehavior {
  static let handlers: [String: Handler] = ["ListProjectEvents": list]

  /// The types of the events of changes, by the names of endpoints.
  private static let types = [
    "CreateCluster": "CLUSTER_CREATED", "CreateAdvancedCluster": "CLUSTER_CREATED",
    "UpdateCluster": "CLUSTER_UPDATE_SUBMITTED",
    "UpdateAdvancedCluster": "CLUSTER_UPDATE_SUBMITTED",
    "DeleteCluster": "CLUSTER_DELETE_SUBMITTED",
    "DeleteAdvancedCluster": "CLUSTER_DELETE_SUBMITTED",
    "CreateDatabaseUser": "MONGODB_USER_ADDED", "UpdateDatabaseUser": "MONGODB_USER_UPDATED",
    "DeleteDatabaseUser": "MONGODB_USER_DELETED",
    "CreateDatabaseUserCertificate": "MONGODB_USER_X509_CERT_CREATED",
    "CreateProjectAccessListEntries": "NETWORK_PERMISSION_ENTRY_ADDED",
    "DeleteProjectAccessListEntry": "NETWORK_PERMISSION_ENTRY_REMOVED",
    "CreateProjectAPIKey": "API_KEY_CREATED",
  ]

  /// The maximum number of events that are kept for a project.
  private static let limit = 1000

  /// Returns handlers that also record events.
  static func recording(_ handlers: [String: Handler]) -> [String: Handler] {
    types.reduce(into: handlers) { all, type in
      let handler = all[type.key] ?? DefaultBehavior.handler
      all[type.key] = { request, store in
        let response = try await handler(request, store)
        await record(type.value, of: request, in: store)
        return response
      }
    }
  }

  private static func record(
    _ type: String, of request: SimulatedRequest, in store: ResourceStore
  ) async {
    guard let group = request.pathValue("GROUP-ID") else { return }
    let collection = "/groups/\(group)/events"
    var event: [String: JSON] = [
      "eventTypeName": .string(type), "groupId": .string(group), "isGlobalAdmin": false,
      "created": .string(Timestamp.string(from: store.clock.date)),
    ]
    if type.hasPrefix("CLUSTER_") {
      event["clusterName"] =
        request.pathValue("CLUSTER-NAME").map { .string($0) } ?? request.body?["name"]
    } else if type.hasPrefix("MONGODB_USER_") {
      event["dbUserUsername"] =
        request.pathValue("USERNAME").map { .string($0) } ?? request.body?["username"]
    }
    await store.insert(event, into: collection)
    let events = await store.list(collection)
    if events.count > limit, let oldest = events.first?["id"]?.string {
      await store.remove(oldest, from: collection)
    }
  }

  /// The newest event is the first.
  private static let list: Handler = { request, store in
    let query = request.query
    let (types, excluded) = (Set(query.values("eventType")), Set(query.values("excludedEventType")))
    let clusters = Set(query.values("clusterNames"))
    let earliest = query["minDate"].flatMap { Timestamp.date(from: $0) } ?? .distantPast
    let latest = query["maxDate"].flatMap { Timestamp.date(from: $0) } ?? .distantFuture
    return await request.collectionResponse(from: store) { events in
      events.reversed().filter { event in
        let type = event["eventTypeName"]?.string ?? ""
        let date = event["created"]?.string.flatMap { Timestamp.date(from: $0) } ?? earliest
        return (types.isEmpty || types.contains(type)) && !excluded.contains(type)
          && (clusters.isEmpty || event["clusterName"]?.string.map(clusters.contains) == true)
          && (earliest...max(earliest, latest)).contains(date)
      }
    }
  }
}
