import Synchronization

/// A gate that tasks wait at until it is opened.
final class Gate: Sendable {
  /// Counts arrivals.
  final class Counter: Sendable {
    private let count = Mutex(0)

    func add() -> Int {
      count.withLock { count in
        count += 1
        return count
      }
    }
  }

  private let state = Mutex((isOpen: false, waiting: [CheckedContinuation<Void, Never>]()))

  func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      return state.waiting.take()
    }
    waiting.forEach { $0.resume() }
  }

  func wait() async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiting.append(continuation) }
        return state.isOpen
      }
      if isOpen { continuation.resume() }
    }
  }
}

extension [CheckedContinuation<Void, Never>] {
  fileprivate mutating func take() -> Self {
    defer { self = [] }
    return self
  }
}
