import EndpointRuntime
import EndpointSimulator

/// The behavior of stream processors, which requests start and stop.
enum StreamProcessorBehavior {
  static let handlers: [String: Handler] = [
    "StartStreamProcessor": setting("STARTED"),
    "StartStreamProcessorWithOptions": setting("STARTED"),
    "StopStreamProcessor": setting("STOPPED"),
  ]

  private static func setting(_ state: JSON) -> Handler {
    { request, store in
      let name = request.pathValue("processorName") ?? ""
      let collection = request.path.split(separator: "/").dropLast().joined(separator: "/")
      let processor = await store.update(
        name, in: "/" + collection, matching: "{processorName}", with: ["state": state],
        endsStates: true)
      guard processor != nil else {
        throw SimulatedError(
          status: 404, code: "RESOURCE_NOT_FOUND",
          detail: "No stream processor named \(name) exists.", parameters: [.string(name)])
      }
      return try await DefaultBehavior.handler(request, store)
    }
  }
}
