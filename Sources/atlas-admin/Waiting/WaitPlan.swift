import EndpointHelp
import EndpointModel
@_spi(Generated) import EndpointRuntime

/// What `--wait` waits for after a request: a state of the resource that the request is about.
struct WaitPlan {
  /// The endpoint to poll.
  let endpoint: EndpointDescriptor
  let waiter: WaiterDescriptor
  /// The placeholder whose value the response has; `nil` if the request has all values.
  private let createdPlaceholder: String?

  /// Finds the state.
  ///
  /// - Parameters:
  ///   - request: The endpoint of the request.
  ///   - state: The name of a waiter or a state; `nil` for the usual one.
  /// - Throws: A usage failure that lists the states.
  init(for request: EndpointDescriptor, until state: String?, in catalog: EndpointCatalog) throws {
    guard let target = Self.target(of: request, in: catalog) else {
      throw CommandFailure(
        .usage, "nothing can be waited for after \(request.name); leave out --wait and --until")
    }
    endpoint = target.endpoint
    createdPlaceholder = target.isCreated ? target.endpoint.path.placeholders.last : nil
    let waiters = catalog.details(of: endpoint.name)?.waiters ?? []
    waiter =
      if let state {
        try Self.waiter(named: state, among: waiters, of: endpoint, in: catalog)
      } else {
        try Self.usualWaiter(after: request, among: waiters)
      }
  }

  private static func target(
    of request: EndpointDescriptor, in catalog: EndpointCatalog
  ) -> (endpoint: EndpointDescriptor, isCreated: Bool)? {
    let path = request.path.segments
    let isAction = !["GET", "DELETE"].contains(request.method)
    var parent: EndpointDescriptor?
    for endpoint in catalog.tags.lazy.flatMap(\.endpoints)
    where endpoint.method == "GET" && endpoint.basePath == request.basePath {
      let segments = endpoint.path.segments
      guard segments.count <= path.count + 1, zip(segments, path).allSatisfy(Self.haveOneShape),
        catalog.details(of: endpoint.name)?.waiters.isEmpty == false
      else { continue }
      if segments.count == path.count + 1 {
        let isItem = segments.last.map { $0.count == 1 && $0[0].isPlaceholder } ?? false
        if request.method == "POST", isItem { return (endpoint, true) }
      } else if segments.count == path.count
        || (isAction && segments.count > parent?.path.segments.count ?? 0)
      {
        // The resource of the path, or the one that an action in the path is about.
        parent = endpoint
      }
    }
    return parent.map { ($0, false) }
  }

  /// Whether two segments are equal except for the names of placeholders.
  private static func haveOneShape(_ a: [PathTemplate.Part], _ b: [PathTemplate.Part]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { $0 == $1 || ($0.isPlaceholder && $1.isPlaceholder) }
  }

  /// Returns the waiter for the deletion after a deletion, else the one for every other state.
  private static func usualWaiter(
    after request: EndpointDescriptor, among waiters: [WaiterDescriptor]
  ) throws -> WaiterDescriptor {
    let isDeletion = request.method == "DELETE"
    let usual = waiters.filter { $0.isDeletion == isDeletion }
    guard var waiter = usual.first else {
      let names = waiters.map(\.name).joined(separator: ", ")
      throw CommandFailure(.usage, "\(request.name) needs --until with one of \(names)")
    }
    // Which state a resource reaches can depend on the request, as with restore jobs.
    for other in usual.dropFirst() {
      waiter.name += " or \(other.name)"
      waiter.success += other.success
      waiter.failure += other.failure.filter { !waiter.failure.contains($0) }
      waiter.timeout = max(waiter.timeout, other.timeout)
    }
    waiter.failure.removeAll(where: waiter.success.contains)
    return waiter
  }

  private static func waiter(
    named state: String, among waiters: [WaiterDescriptor], of endpoint: EndpointDescriptor,
    in catalog: EndpointCatalog
  ) throws -> WaiterDescriptor {
    let plain = state.plainName
    if let waiter = waiters.first(where: { $0.name.plainName == plain }) { return waiter }
    if let waiter = waiters.first(where: { waiter in
      waiter.success.flatMap(\.values).contains { $0.plainName == plain }
    }) {
      return waiter
    }
    // A state without a waiter of its own, such as UPDATING, is one of the same field.
    var states: [String] = []
    if let waiter = waiters.first(where: { !$0.isDeletion }), let path = waiter.success.first?.path
    {
      states = Self.states(of: endpoint, at: path, in: catalog)
      let value = states.first { $0.plainName == plain } ?? (states.isEmpty ? state : nil)
      if let value { return waiter.replacing(success: value, at: path) }
    }
    let names = waiters.map(\.name)
    let suggestion =
      NearestName.find(state, among: names + states).map { "; did you mean '\($0)'?" } ?? ""
    throw CommandFailure(
      .usage,
      "--until must be one of \((names + states).joined(separator: ", ")), not '\(state)'\(suggestion)"
    )
  }

  /// Returns the known values of a field of a response.
  private static func states(
    of endpoint: EndpointDescriptor, at path: [String], in catalog: EndpointCatalog
  ) -> [String] {
    guard let type = endpoint.responseType,
      let field = FieldLookup(types: catalog.types).field(
        at: FieldPath(steps: path.map { .name($0) }), of: type)
    else { return [] }
    return ValueDescription(types: catalog.types).cases(of: field.type)
  }
}

extension WaitPlan {
  /// Returns the request of a poll.
  ///
  /// - Parameters:
  ///   - request: The request before.
  ///   - response: Its response.
  /// - Throws: ``EndpointError`` if the response does not identify the resource.
  func poll(after request: RequestBuilder, _ response: JSON) throws -> RequestBuilder {
    let values = request.pathValues
    let given = request.operation.path.placeholders.compactMap { values[$0] }
    var poll = RequestBuilder(endpoint.operation)
    for (index, placeholder) in endpoint.path.placeholders.enumerated() {
      if placeholder == createdPlaceholder {
        guard let value = Self.identifier(placeholder, in: response) else {
          throw EndpointError.transport(
            TransportError(
              .invalidResponse,
              message: "the response to \(request.operation.name) has no value for \(placeholder)"))
        }
        poll.setPathParameter(placeholder, to: value)
      } else if index < given.count {
        poll.setPathParameter(placeholder, to: given[index])
      }
    }
    return poll
  }

  /// Returns the value of a placeholder in a response: the field with its name, the name, or the
  /// identifier.
  private static func identifier(_ placeholder: String, in response: JSON) -> String? {
    let plain = placeholder.plainName
    let members = response.object ?? [:]
    let same = members.first { $0.key.plainName == plain }?.value
    let other = plain.hasSuffix("name") ? members["name"] : members["id"] ?? members["_id"]
    return same?.string ?? other?.string
  }
}

extension PathTemplate.Part {
  fileprivate var isPlaceholder: Bool { if case .placeholder = self { true } else { false } }
}

extension WaiterDescriptor {
  /// Whether the state is that the resource is deleted.
  var isDeletion: Bool { !successStatuses.isEmpty }

  /// Returns a waiter for another value of a field.
  fileprivate func replacing(success value: String, at path: [String]) -> WaiterDescriptor {
    var waiter = self
    waiter.name = value
    waiter.success = [.init(path: path, values: [value])]
    waiter.failure = failure.map { condition in
      .init(path: condition.path, values: condition.values.filter { $0 != value })
    }.filter { !$0.values.isEmpty }
    return waiter
  }
}
