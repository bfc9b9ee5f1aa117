import Synchronization

/// A state that tasks change, and whose changes tasks can await.
final class Monitor<State: Sendable>: Sendable {
  private struct Guarded {
    var state: State
    var changes = 0
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var nextID = 0
  }

  private let guarded: Mutex<Guarded>

  init(_ state: State) { guarded = Mutex(Guarded(state: state)) }

  /// Reads the state.
  func read<Result: Sendable>(_ body: (State) -> Result) -> Result {
    guarded.withLock { body($0.state) }
  }

  /// Changes the state without resuming waiting tasks.
  func update<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
    guarded.withLock { body(&$0.state) }
  }

  /// Changes the state and resumes waiting tasks, which check it again.
  @discardableResult
  func change<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
    let (result, woken) = guarded.withLock { guarded in
      let result = body(&guarded.state)
      guarded.changes += 1
      let woken = Array(guarded.waiting.values)
      guarded.waiting = [:]
      return (result, woken)
    }
    woken.forEach { $0.resume() }
    return result
  }

  /// Waits until the state provides a value.
  ///
  /// - Parameter take: Returns the value, or `nil` to wait for a change. It may change the state in
  ///   ways that no task waits for.
  /// - Throws: `CancellationError` if the task is cancelled.
  func wait<Result: Sendable>(_ take: (inout State) -> Result?) async throws -> Result {
    while true {
      try Task.checkCancellation()
      let (result, changes) = guarded.withLock { (take(&$0.state), $0.changes) }
      if let result { return result }
      await suspend(unlessChangedSince: changes)
    }
  }

  private func suspend(unlessChangedSince changes: Int) async {
    let id = guarded.withLock { guarded in
      guarded.nextID += 1
      return guarded.nextID
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
        let isOver = guarded.withLock { guarded in
          if guarded.changes != changes || Task.isCancelled { return true }
          guarded.waiting[id] = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      guarded.withLock { $0.waiting.removeValue(forKey: id) }?.resume()
    }
  }
}
