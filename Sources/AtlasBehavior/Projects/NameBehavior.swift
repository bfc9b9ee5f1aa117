import EndpointRuntime
import EndpointSimulator

/// The behavior of items that are fetched by name: `/groups/byName/{GROUP-NAME}` is an item of
/// `/groups`.
enum NameBehavior {
  static let handlers: [String: Handler] = [
    "GetProjectByName": get, "GetTeamByName": get, "GetUserByName": get,
  ]

  private static let get: Handler = { request, store in
    var request = request
    request.path = request.path.replacing("/byName/", with: "/", maxReplacements: 1)
    return try await DefaultBehavior.handler(request, store)
  }
}
