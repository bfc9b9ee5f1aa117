import EndpointRuntime
import EndpointSimulator

/// The behavior of private endpoint services: the path for creation has no cloud provider, unlike
/// all others.
enum PrivateEndpointServiceBehavior {
  static let create: Handler = { request, store in
    guard case .object(var members) = request.body else { throw SimulatedError.invalidJSON }
    guard let provider = members["providerName"]?.string else {
      throw SimulatedError.invalidAttribute("providerName", of: request)
    }
    members["cloudProvider"] = .string(provider)
    members["regionName"] = members["region"]
    var request = request
    request.body = .object(members)
    request.path = request.path.replacing(
      "/privateEndpoint/", with: "/privateEndpoint/\(provider)/", maxReplacements: 1)
    return try await DefaultBehavior.handler(request, store)
  }
}
