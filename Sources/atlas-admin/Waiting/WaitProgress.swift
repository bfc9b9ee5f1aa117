/// Reports the states of a wait on standard error: on a terminal in one line, else each change.
final class WaitProgress {
  private let name: String
  private let line = StatusLine()
  private var last: (state: String, elapsed: Duration)?

  /// Creates a report.
  ///
  /// - Parameter name: The name of the endpoint that is polled.
  init(name: String) { self.name = name }

  /// Shows the state after some time.
  func show(_ state: String, _ elapsed: Duration) {
    if line.isTerminal {
      line.show(text(state, elapsed))
    } else if last?.state != state {
      line.log(text(state, elapsed))
    }
    last = (state, elapsed)
  }

  /// Ends the line on a terminal.
  func finish() {
    guard let last else { return }
    line.show(text(last.state, last.elapsed), isFinal: true)
  }

  private func text(_ state: String, _ elapsed: Duration) -> String {
    let seconds = elapsed.components.seconds
    let rest = seconds % 60
    return "\(name): \(state) (\(seconds / 60):\(rest < 10 ? "0" : "")\(rest))"
  }
}
