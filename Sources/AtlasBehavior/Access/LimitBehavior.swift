import EndpointRuntime
import EndpointSimulator

/// The behavior of limits: setting a limit creates it.
enum LimitBehavior {
  static let handlers: [String: Handler] = [
    "SetFederatedDatabaseQueryLimit": set, "SetProjectLimit": set,
  ]

  private static let set: Handler = { request, store in
    let name = request.id ?? ""
    if await store.find(name, in: request.collection, matching: "{NAME}") == nil {
      await store.insert(["name": .string(name)], into: request.collection, identifiedBy: "name")
    }
    return try await DefaultBehavior.handler(request, store)
  }
}
