import Dispatch
import Foundation

/// SIGINT and SIGTERM, which no longer end the program by themselves.
struct TerminationSignals {
  private let signals: AsyncStream<Void>

  init() {
    signals = AsyncStream { continuation in
      for number in [SIGINT, SIGTERM] {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number)
        source.setEventHandler {
          // A second one ends the program at once.
          signal(number, SIG_DFL)
          continuation.yield()
          source.cancel()
        }
        source.resume()
      }
    }
  }

  /// Waits for the first signal, or for the cancellation of the task.
  func first() async {
    for await _ in signals { return }
  }
}
