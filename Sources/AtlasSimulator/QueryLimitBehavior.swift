import EndpointRuntime
import EndpointSimulator

/// The behavior of query limits: setting a limit creates it.
enum QueryLimitBehavior {
  static let set: Handler = { request, store in
    let name = request.id ?? ""
    if await store.find(name, in: request.collection) == nil {
      await store.insert(["name": .string(name)], into: request.collection, identifiedBy: "name")
    }
    return try await DefaultBehavior.handler(request, store)
  }
}
