import EndpointRuntime
import EndpointSimulator

/// The behavior of private endpoint services: the path for creation has no cloud provider, unlike
/// all others.
enum PrivateEndpointServiceBehavior {
  static let handlers: [String: Handler] = ["CreatePrivateEndpointService": create]

  private static let create: Handler = { request, store in
    let provider = request.body?["providerName"]?.string ?? ""
    var request = request
    request.additions = ["cloudProvider": .string(provider)]
    request.additions["regionName"] = request.body?["region"]
    request.path = request.path.replacing(
      "/privateEndpoint/", with: "/privateEndpoint/\(provider)/", maxReplacements: 1)
    return try await DefaultBehavior.handler(request, store)
  }
}
