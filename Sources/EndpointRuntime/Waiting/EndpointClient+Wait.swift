extension EndpointClient {
  /// Calls an endpoint again and again until its answer is in a state.
  ///
  /// Time is measured by the client's clock.
  ///
  /// ```swift
  /// try await atlas.wait(for: GetSnapshot(…), until: .completed) { print($0.status) }
  /// ```
  ///
  /// - Parameters:
  ///   - endpoint: What to call.
  ///   - waiter: The state to wait for.
  ///   - options: What is chosen for each call.
  ///   - timeout: How long to wait in all; as long as the waiter says unless given.
  ///   - progress: Gets every answer.
  /// - Returns: The answer that is in the state; nothing if a status such as 404 says that it is reached.
  /// - Throws: ``EndpointError/unreachable(_:)`` if an answer says that the state will never be
  ///   reached, ``EndpointError/timeout(_:)`` if it is not in time, or what a call throws.
  @discardableResult
  public func wait<E: Endpoint<API>>(
    for endpoint: E, until waiter: Waiter<E>, options: RequestOptions<API> = .init(),
    timeout: Duration? = nil, progress: @Sendable (E.Response) -> Void = { _ in }
  ) async throws(EndpointError) -> E.Response? {
    let limit = timeout ?? waiter.timeout
    let clock = pipeline.clock
    let start = clock.now
    while true {
      do throws(EndpointError) {
        let answer = try await send(endpoint, options: options)
        progress(answer)
        let state = waiter.state(answer) ?? ""
        if waiter.doneValues.contains(state) { return answer }
        if waiter.failedValues.contains(state) {
          throw .unreachable(
            UnreachableState(endpoint: E.descriptor.name, waiter: waiter.name, state: state))
        }
      } catch {
        guard case .api(let answer) = error, waiter.doneStatuses.contains(answer.status.code)
        else { throw error }
        return nil
      }
      guard clock.now - start + waiter.interval <= limit else { throw .timeout(limit) }
      do {
        try await clock.sleep(for: waiter.interval)
      } catch {
        throw .cancelled
      }
    }
  }
}
