import EndpointModel
import EndpointRecording
import EndpointRuntime
import Foundation
import HTTPTypes
import SimulatorConsole

/// The control endpoint, which inspects and controls a simulator below `/__simulator`.
///
/// Its requests need no credentials and are not recorded. Over a socket they are accepted only for
/// loopback hosts and from pages of the same origin, so that no website can send them.
struct ControlEndpoint: Sendable {
  static let root = "/__simulator"

  let catalogs: [EndpointCatalog]
  let store: ResourceStore
  /// Performs the requests that the control endpoint is asked to send.
  let performer: RequestPerformer
  let log: ExchangeLog
  let faults: FaultInjector
  let clock: SimulatedClock
  let events: EventHub
  /// Whether the console is served.
  let servesConsole: Bool
  let reset: @Sendable () async -> Void
  let redaction = Redaction.standard

  /// Returns the response to a request; `nil` if its path is another one.
  func response(to request: IncomingRequest) async -> OutgoingResponse? {
    guard request.path == Self.root || request.path.hasPrefix(Self.root + "/") else { return nil }
    do throws(ControlError) {
      guard request.isFromLoopback else {
        throw ControlError(403, "The control endpoint accepts only requests of this computer.")
      }
      return try await route(request)
    } catch {
      var response = OutgoingResponse(
        status: error.status, document: ["error": .string(error.detail)])
      if !error.allowedMethods.isEmpty {
        response.fields.append(("Allow", error.allowedMethods.joined(separator: ", ")))
      }
      return response
    }
  }

  private func route(_ request: IncomingRequest) async throws(ControlError) -> OutgoingResponse {
    let path = request.path.dropFirst(Self.root.count).split(separator: "/").map(String.init)
    let query = Query(target: request.target)
    switch (path.first, path.count) {
    case (nil, _):
      try request.check(["GET"])
      return document(index)
    case (let name?, 1):
      if servesConsole, let file = ConsoleFile(rawValue: name) {
        try request.check(["GET", "HEAD"])
        return OutgoingResponse(file)
      }
      return try await respond(to: request, for: name, query)
    case ("faults", 2): return try removeFault(path[1], request)
    case ("operations", 3):
      try request.check(["GET"])
      return document(try await operation(path[2], of: path[1]))
    default: throw ControlError.notFound(request)
    }
  }

  private func respond(
    to request: IncomingRequest, for name: String, _ query: Query
  ) async throws(ControlError) -> OutgoingResponse {
    switch name {
    case "exchanges":
      try request.check(["GET"])
      return document(exchanges(after: try query.number("after") ?? 0))
    case "events":
      try request.check(["GET"])
      return eventStream(after: try number(ofLastEvent: request, query))
    case "requests":
      try request.check(["POST"])
      return document(try await perform(request))
    case "operations":
      try request.check(["GET"])
      return OutgoingResponse(
        status: 200, fields: [("Content-Type", "application/json")], body: operations)
    case "resources":
      try request.check(["GET"])
      return document(await resources(at: query["path"]))
    case "faults": return try respondToFaults(request)
    case "clock": return try respondToClock(request)
    case "reset":
      try request.check(["POST"])
      await reset()
      return OutgoingResponse(status: 204)
    default: throw ControlError.notFound(request)
    }
  }

  /// The paths of the control endpoint.
  private var index: JSON {
    var names = ["clock", "events", "faults", "operations", "requests", "reset", "resources"]
    if servesConsole { names.append(ConsoleFile.page.rawValue) }
    var paths: [String: JSON] = ["exchanges": .string("\(Self.root)/exchanges?after=0")]
    for name in names { paths[name] = .string("\(Self.root)/\(name)") }
    return .object(paths)
  }

  private func document(_ document: JSON, status: Int = 200) -> OutgoingResponse {
    var response = OutgoingResponse(status: status, document: document)
    response.fields.append(("Cache-Control", "no-store"))
    return response
  }

  // MARK: Exchanges and resources

  private func exchanges(after number: Int) -> JSON {
    [
      "total": .integer(Int64(log.count)),
      "exchanges": .array(log.exchanges(after: number).map { $0.document(redaction) }),
    ]
  }

  /// The number after which the event stream begins, which a browser sends when it reconnects.
  private func number(
    ofLastEvent request: IncomingRequest, _ query: Query
  ) throws(ControlError) -> Int? {
    let field = HTTPField.Name("Last-Event-ID").flatMap { request.headerFields[$0] }
    if let number = field.flatMap({ Int($0) }) { return number }
    return try query.number("after")
  }

  private func eventStream(after number: Int?) -> OutgoingResponse {
    let stream = EventStream(
      events: events.events(), past: number.map { log.exchanges(after: $0) } ?? [],
      redaction: redaction)
    return OutgoingResponse(
      status: 200, fields: [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")],
      stream: ResponseStream(chunks: stream.chunks, length: nil))
  }

  /// The collections with the numbers of their resources and the paths of other resources, or what is
  /// stored at a path.
  private func resources(at path: String?) async -> JSON {
    if let path {
      return [
        "path": .string(path), "items": redaction.redacted(.array(await store.list(path))),
        "document": redaction.redacted(await store.document(at: path) ?? .null),
      ]
    }
    var collections: [JSON] = []
    for path in await store.paths {
      collections.append([
        "path": .string(path), "count": .integer(Int64(await store.list(path).count)),
      ])
    }
    let documents = await store.documentPaths.map { ["path": .string($0)] as JSON }
    return ["collections": .array(collections), "documents": .array(documents)]
  }

  // MARK: Faults and the clock

  private func respondToFaults(_ request: IncomingRequest) throws(ControlError) -> OutgoingResponse
  {
    try request.check(["GET", "POST", "DELETE"])
    switch request.method {
    case "POST":
      guard let text = try request.members()["fault"]?.string else {
        throw ControlError(400, "The body must be an object with a string 'fault'.")
      }
      do throws(FaultSyntaxError) {
        return document(faults.add(try Fault(parsing: text)).document, status: 201)
      } catch {
        throw ControlError(400, error.description)
      }
    case "DELETE":
      faults.removeAll()
      return OutgoingResponse(status: 204)
    default: return document(["faults": .array(faults.entries.map(\.document))])
    }
  }

  private func removeFault(
    _ id: String, _ request: IncomingRequest
  ) throws(ControlError) -> OutgoingResponse {
    try request.check(["DELETE"])
    guard let number = Int(id), faults.remove(number) else {
      throw ControlError(404, "There is no fault \(id).")
    }
    return OutgoingResponse(status: 204)
  }

  private func respondToClock(_ request: IncomingRequest) throws(ControlError) -> OutgoingResponse {
    try request.check(["GET", "PATCH"])
    if request.method == "PATCH" {
      let members = try request.members()
      var (duration, speed) = (Duration.zero, clock.speed)
      if let advance = members["advance"] {
        guard let value = advance.string.flatMap({ Duration(simulatorText: $0) }) else {
          throw ControlError(400, "'advance' must be a duration from 0s to 24h, such as 90s.")
        }
        duration = value
      }
      if let value = members["speed"] {
        guard let number = value.double, (0...1_000_000).contains(number) else {
          throw ControlError(400, "'speed' must be a number from 0 to 1000000.")
        }
        speed = number
      }
      clock.speed = speed
      clock.advance(by: duration)
      events.publish(.clock)
    }
    let speed = JSON(floatLiteral: clock.speed)
    return document(["now": .string(Timestamp.string(from: clock.date)), "speed": speed])
  }
}

extension FaultInjector.Entry {
  fileprivate var document: JSON {
    [
      "id": .integer(Int64(id)), "fault": .string(fault.description),
      "remaining": remaining.map { .integer(Int64($0)) } ?? .null,
    ]
  }
}

extension OutgoingResponse {
  /// Creates a response with a file of the console.
  fileprivate init(_ file: ConsoleFile) {
    self.init(
      status: 200,
      fields: [("Content-Type", file.contentType), ("Cache-Control", "no-store")]
        + ConsoleFile.securityFields,
      body: Data(file.bytes))
  }
}
