import EndpointRuntime
import EndpointSimulator

/// The behavior of online archives, which requests pause and resume.
enum OnlineArchiveBehavior {
  static let handlers: [String: Handler] = ["UpdateOnlineArchive": update]

  private static let update: Handler = { request, store in
    let id = request.id ?? ""
    if let isPaused = request.body?["paused"]?.bool,
      let archive = await store.find(id, in: request.collection, matching: request.template)
    {
      if isPaused, archive["state"] == "PENDING" {
        throw SimulatedError(
          status: 400, code: "ONLINE_ARCHIVE_MUST_BE_ACTIVE_TO_PAUSE",
          detail: "The online archive \(id) must be active before it can be paused.",
          parameters: [.string(id)])
      }
      await store.update(
        id, in: request.collection, matching: request.template,
        with: ["state": isPaused ? "PAUSED" : "ACTIVE"], endsStates: true)
    }
    return try await DefaultBehavior.handler(request, store)
  }
}
