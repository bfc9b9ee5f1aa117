import Synchronization

/// Runs an operation that has a server, as soon as few enough others have one.
///
/// Each server of FlyingFox keeps a thread of Dispatch waiting, and Dispatch has no more than 255. Once
/// there is none left, a call of `URLSession` blocks its own thread, which is one of the few that tasks
/// have: with all of these blocked, no test can end and stop its server.
public func withServerLimit<Result>(_ operation: () async throws -> Result) async rethrows -> Result
{
  // A test with two servers must not wait for a second turn while it has the first.
  guard !ServerLimit.isHeld else { return try await operation() }
  await ServerLimit.shared.enter()
  defer { ServerLimit.shared.leave() }
  return try await ServerLimit.$isHeld.withValue(true) { try await operation() }
}

/// How many tests have servers, and which wait for their turn.
private final class ServerLimit: Sendable {
  private typealias Turn = CheckedContinuation<Void, Never>

  static let shared = ServerLimit(count: 32)
  @TaskLocal static var isHeld = false

  private let state: Mutex<(free: Int, waiting: [Turn])>

  init(count: Int) { state = Mutex((count, [])) }

  func enter() async {
    await withCheckedContinuation { turn in
      let isFree = state.withLock { state in
        guard state.free > 0 else {
          state.waiting.append(turn)
          return false
        }
        state.free -= 1
        return true
      }
      if isFree { turn.resume() }
    }
  }

  func leave() {
    let next: Turn? = state.withLock { state in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.free += 1
      return nil
    }
    next?.resume()
  }
}
