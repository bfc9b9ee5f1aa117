extension EndpointClient {
  /// Polls an endpoint until its response has a state.
  ///
  /// Polls that fail because of the server or the connection (429, 5xx, no connection, an invalid
  /// response) do not end the waiting; any other error does. The clock of the client measures the
  /// time.
  ///
  /// ```swift
  /// let cluster = try await atlas.wait(for: GetCluster(…), until: .idle) { print($0.stateName) }
  /// ```
  ///
  /// Some changes begin with a delay: after an update a cluster can still be `IDLE`, and waiting
  /// for `IDLE` would end immediately. Wait for the change itself instead, by
  /// ``wait(for:every:timeout:options:until:)``.
  ///
  /// - Parameters:
  ///   - endpoint: The endpoint to poll.
  ///   - waiter: The state to wait for.
  ///   - options: The options of each request. The timeout of a poll is at most the remaining time.
  ///   - timeout: The maximum time to wait. Defaults to the waiter's timeout.
  ///   - progress: Receives every response.
  /// - Returns: The response with the state.
  /// - Throws: ``EndpointError/stateNotReached(_:)`` if a response indicates failure;
  ///   ``EndpointError/timeout(_:)`` with the last state; or the error of a poll.
  @discardableResult
  public func wait<E: Endpoint>(
    for endpoint: E, until waiter: Waiter<E>, options: RequestOptions<E.API> = .init(),
    timeout: Duration? = nil, progress: @Sendable (E.Response) -> Void = { _ in }
  ) async throws -> E.Response where E.API.Service == Service {
    var polling = Polling(
      name: waiter.name, interval: waiter.interval, limit: timeout ?? waiter.timeout,
      clock: pipeline.pollClock)
    while true {
      if let response = try await poll(endpoint, options: options, &polling) {
        progress(response)
        polling.lastState = waiter.state(of: response)
        if try waiter.isSuccess(response) { return response }
      }
      try await polling.pause()
    }
  }

  /// Polls an endpoint until an error indicates that its resource is deleted.
  ///
  /// Only an error with the status and, if the definition lists them, an error code of a missing
  /// resource ends the waiting. A 404 because the project does not exist is thrown.
  ///
  /// Polls that fail because of the server or the connection do not end the waiting, as in
  /// ``wait(for:until:options:timeout:progress:)-(_,Waiter<E>,_,_,_)``.
  ///
  /// ```swift
  /// try await atlas.wait(for: GetCluster(…), until: .deleted)
  /// ```
  ///
  /// - Parameters:
  ///   - endpoint: The endpoint to poll.
  ///   - waiter: The deletion to wait for.
  ///   - options: The options of each request. The timeout of a poll is at most the remaining time.
  ///   - timeout: The maximum time to wait. Defaults to the waiter's timeout.
  ///   - progress: Receives every response until the deletion.
  /// - Throws: ``EndpointError/stateNotReached(_:)`` if a response indicates failure;
  ///   ``EndpointError/timeout(_:)`` with the last state; or the error of a poll.
  public func wait<E: Endpoint>(
    for endpoint: E, until waiter: DeletionWaiter<E>, options: RequestOptions<E.API> = .init(),
    timeout: Duration? = nil, progress: @Sendable (E.Response) -> Void = { _ in }
  ) async throws where E.API.Service == Service {
    var polling = Polling(
      name: waiter.waiter.name, interval: waiter.waiter.interval,
      limit: timeout ?? waiter.waiter.timeout, clock: pipeline.pollClock)
    while true {
      do {
        if let response = try await poll(endpoint, options: options, &polling) {
          progress(response)
          polling.lastState = waiter.waiter.state(of: response)
          if try waiter.waiter.isSuccess(response) { return }
        }
      } catch EndpointError.api(let error) where waiter.isSuccess(error) {
        return
      }
      try await polling.pause()
    }
  }

  /// Polls an endpoint until its response satisfies a condition.
  ///
  /// Polls that fail because of the server or the connection do not end the waiting.
  ///
  /// ```swift
  /// let upgraded = try await atlas.wait(for: GetCluster(…)) {
  ///   $0.mongoDBMajorVersion == "8.0" && $0.stateName == .idle
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - endpoint: The endpoint to poll.
  ///   - interval: The delay between two polls. Defaults to 10 seconds.
  ///   - timeout: The maximum time to wait. Defaults to one hour.
  ///   - options: The options of each request. The timeout of a poll is at most the remaining time.
  ///   - condition: Returns whether a response satisfies the condition. An error that it throws
  ///     ends the waiting.
  /// - Returns: The response that satisfies the condition.
  /// - Throws: ``EndpointError/timeout(_:)`` with the last state, the error of a poll, or the error
  ///   of the condition.
  @discardableResult
  public func wait<E: Endpoint>(
    for endpoint: E, every interval: Duration = .seconds(10), timeout: Duration = .seconds(3600),
    options: RequestOptions<E.API> = .init(), until condition: (E.Response) throws -> Bool
  ) async throws -> E.Response where E.API.Service == Service {
    var polling = Polling(
      name: "condition", interval: interval, limit: timeout, clock: pipeline.pollClock)
    while true {
      if let response = try await poll(endpoint, options: options, &polling) {
        polling.lastState = "one that does not satisfy the condition"
        if try condition(response) { return response }
      }
      try await polling.pause()
    }
  }

  /// Sends a poll; returns `nil` after a transient failure.
  private func poll<E: Endpoint>(
    _ endpoint: E, options: RequestOptions<E.API>, _ polling: inout Polling
  ) async throws -> E.Response? where E.API.Service == Service {
    var options = options
    options.timeout = min(options.timeout ?? configuration.timeout, polling.remaining)
    do {
      let response = try await send(endpoint, options: options)
      polling.lastFailure = nil
      return response
    } catch let error as EndpointError where error.isTransient && !Task.isCancelled {
      polling.lastFailure = error
      return nil
    }
  }
}

extension EndpointError {
  /// Whether a later poll can succeed.
  package var isTransient: Bool {
    switch self {
    case .api(let error): error.status.code == 429 || (500...599).contains(error.status.code)
    case .transport(let failure): failure.kind != .security
    case .timeout: true
    default: false
    }
  }
}
