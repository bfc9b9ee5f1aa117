extension EndpointClient {
  /// Calls an endpoint again and again until its answer is in a state.
  ///
  /// Time is measured by the client's clock.
  ///
  /// ```swift
  /// let cluster = try await atlas.wait(for: GetCluster(…), until: .idle) { print($0.stateName) }
  /// ```
  ///
  /// - Parameters:
  ///   - endpoint: What to call.
  ///   - waiter: The state to wait for.
  ///   - options: What is chosen for each call.
  ///   - timeout: How long to wait in all; as long as the waiter says unless given.
  ///   - progress: Gets every answer.
  /// - Returns: The answer that is in the state.
  /// - Throws: ``EndpointError/unreachable(_:)`` if an answer says that the state will never be
  ///   reached, ``EndpointError/timeout(_:)`` if it is not in time, or what a call throws.
  @discardableResult
  public func wait<E: Endpoint<API>>(
    for endpoint: E, until waiter: Waiter<E>, options: RequestOptions<API> = .init(),
    timeout: Duration? = nil, progress: @Sendable (E.Response) -> Void = { _ in }
  ) async throws -> E.Response {
    let limit = timeout ?? waiter.timeout
    let start = pipeline.clock.now
    while true {
      let answer = try await send(endpoint, options: options)
      progress(answer)
      if try waiter.isDone(answer) { return answer }
      try await pause(waiter.interval, since: start, within: limit)
    }
  }

  /// Calls an endpoint again and again until a status says that something is gone.
  ///
  /// Time is measured by the client's clock.
  ///
  /// ```swift
  /// try await atlas.wait(for: GetCluster(…), until: .deleted)
  /// ```
  ///
  /// - Parameters:
  ///   - endpoint: What to call.
  ///   - waiter: The state to wait for.
  ///   - options: What is chosen for each call.
  ///   - timeout: How long to wait in all; as long as the waiter says unless given.
  ///   - progress: Gets every answer that is there.
  /// - Throws: ``EndpointError/unreachable(_:)`` if an answer says that the state will never be
  ///   reached, ``EndpointError/timeout(_:)`` if it is not in time, or what a call throws.
  public func wait<E: Endpoint<API>>(
    for endpoint: E, until waiter: RemovalWaiter<E>, options: RequestOptions<API> = .init(),
    timeout: Duration? = nil, progress: @Sendable (E.Response) -> Void = { _ in }
  ) async throws {
    let limit = timeout ?? waiter.waiter.timeout
    let start = pipeline.clock.now
    while true {
      do {
        let answer = try await send(endpoint, options: options)
        progress(answer)
        if try waiter.waiter.isDone(answer) { return }
      } catch {
        guard case EndpointError.api(let answer) = error,
          waiter.statuses.contains(answer.status.code)
        else { throw error }
        return
      }
      try await pause(waiter.waiter.interval, since: start, within: limit)
    }
  }

  private func pause(_ interval: Duration, since start: Duration, within limit: Duration)
    async throws
  {
    guard pipeline.clock.now - start + interval <= limit else { throw EndpointError.timeout(limit) }
    do {
      try await pipeline.clock.sleep(for: interval)
    } catch {
      throw EndpointError.cancelled
    }
  }
}
