import Synchronization

/// A number that tasks change.
final class Counter: Sendable {
  private let state = Mutex((value: 0, highest: 0))

  var value: Int { state.withLock { $0.value } }
  /// The highest number that it has been.
  var highest: Int { state.withLock { $0.highest } }

  func add(_ number: Int) {
    state.withLock { state in
      state.value += number
      state.highest = max(state.highest, state.value)
    }
  }
}

/// Something that is so or not, as tasks say.
final class Flag: Sendable {
  private let state: Mutex<Bool>

  init(_ value: Bool) { state = Mutex(value) }

  var value: Bool {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}
