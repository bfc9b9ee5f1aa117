import EndpointRuntime
import EndpointSimulator

/// The behavior of items with a state: they proceed each time they are read.
struct StateBehavior: Sendable {
  /// The field with the state.
  let member: String
  /// The states in their order. An item in another state keeps it.
  let states: [String]

  var get: Handler {
    { request, store in
      let id = request.id ?? ""
      let item = await store.find(id, in: request.collection, matching: request.template)
      if let index = states.dropLast().firstIndex(where: { .string($0) == item?[member] }) {
        await store.update(
          id, in: request.collection, matching: request.template,
          with: [member: .string(states[index + 1])])
      }
      return try await DefaultBehavior.handler(request, store)
    }
  }
}
