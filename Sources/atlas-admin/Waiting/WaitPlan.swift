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
        try Self.waiter(named: state, among: waiters, after: request)
      } else {
        try Self.usualWaiter(after: request, among: waiters)
      }
  }

  private static func target(
    of request: EndpointDescriptor, in catalog: EndpointCatalog
  ) -> (endpoint: EndpointDescriptor, isCreated: Bool)? {
    let path = request.shape
    let candidates = catalog.endpoints.filter { endpoint in
      endpoint.method == "GET" && endpoint.basePath == request.basePath
        && path.starts(with: endpoint.shape.prefix(path.count))
        && catalog.details(of: endpoint.name).map { !$0.waiters.isEmpty } ?? false
    }
    if request.method == "POST",
      let created = candidates.first(where: { $0.shape == path + ["{}"] })
    {
      return (created, true)
    }
    // The resource of the path, or the one that an action in the path is about.
    let parents = candidates.filter { $0.shape.count <= path.count }
    return parents.max { $0.shape.count < $1.shape.count }.map { ($0, false) }
  }

  private static func usualWaiter(
    after request: EndpointDescriptor, among waiters: [WaiterDescriptor]
  ) throws -> WaiterDescriptor {
    let isDeletion = request.method == "DELETE"
    if let waiter = waiters.first(where: { $0.isDeletion == isDeletion }) { return waiter }
    let names = waiters.map(\.name).joined(separator: ", ")
    throw CommandFailure(.usage, "\(request.name) needs --until with one of \(names)")
  }

  private static func waiter(
    named state: String, among waiters: [WaiterDescriptor], after request: EndpointDescriptor
  ) throws -> WaiterDescriptor {
    let plain = state.plainName
    if let waiter = waiters.first(where: { $0.name.plainName == plain }) { return waiter }
    func values(_ conditions: [WaiterDescriptor.Condition]) -> [String] {
      conditions.flatMap(\.values)
    }
    if let waiter = waiters.first(where: { waiter in
      values(waiter.success).contains { $0.plainName == plain }
    }) {
      return waiter
    }
    // A state without a waiter of its own, such as UPDATING, of the same field.
    if state == state.uppercased(), let waiter = waiters.first(where: { !$0.isDeletion }),
      let path = waiter.success.first?.path
    {
      var other = waiter
      other.name = state
      other.success = [.init(path: path, values: [state])]
      other.failure = waiter.failure.map { condition in
        .init(path: condition.path, values: condition.values.filter { $0 != state })
      }.filter { !$0.values.isEmpty }
      return other
    }
    let names = waiters.map(\.name) + waiters.flatMap { values($0.success) }
    let suggestion = NearestName.find(state, among: names).map { "; did you mean '\($0)'?" } ?? ""
    throw CommandFailure(
      .usage,
      "--until must be one of \(waiters.map(\.name).joined(separator: ", ")), or a state in "
        + "capitals, not '\(state)'\(suggestion)")
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

extension EndpointDescriptor {
  /// The segments of the path without the names of the placeholders.
  fileprivate var shape: [String] {
    path.segments.map { parts in
      parts.map { part in
        switch part {
        case .text(let text): text
        case .placeholder: "{}"
        }
      }.joined()
    }
  }
}

extension WaiterDescriptor {
  /// Whether the state is that the resource is deleted.
  var isDeletion: Bool { !successStatuses.isEmpty }
}
