import EndpointSimulator

/// Prints the steps of the demo.
struct Narrator {
  /// The number of exchanges that have been printed.
  private var shown = 0

  func say(_ text: String) { print(text) }

  /// Prints the title of a step.
  func step(_ title: String) { print("\n• \(title)") }

  /// Prints the exchanges since the last printed one.
  mutating func showExchanges(with simulator: Simulator) async {
    let log = await simulator.log
    for exchange in log.dropFirst(shown) {
      let signature = exchange.isAuthorized ? "" : ", sent without credentials to get a challenge"
      print("  \(exchange)\(signature)")
    }
    shown = log.count
  }

  /// Prints a line.
  func show(_ parts: String?...) { print("    " + parts.compactMap { $0 }.joined(separator: "  ")) }

  /// Prints a restore job.
  func show(_ job: DemoRestoreJob) {
    let state =
      if job.isCancelled { "cancelled" } else if job.isFinished { "finished" } else { "new" }
    show("job \(job.id)", job.deliveryType, state)
  }

  /// Checks the outcome of a step.
  func expect(_ condition: Bool, _ what: String) throws {
    guard condition else {
      throw UnexpectedOutcome(expected: what)
    }
  }
}

/// The outcome of a step is not as expected.
private struct UnexpectedOutcome: Error, CustomStringConvertible {
  let expected: String

  var description: String { "the demo failed: expected \(expected)" }
}
