import ArgumentParser

/// The options of waiting.
struct WaitOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Wait after the request until the resource is ready or deleted, and print it.",
      discussion: "Progress is reported on standard error."))
  var wait = false

  @Option(
    help: ArgumentHelp(
      "Wait for another state, by its name ('explain' lists them) or its value.",
      valueName: "state"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "The delay between two polls. Defaults to that of the definition.", valueName: "seconds"))
  var interval: Double?

  @Option(
    help: ArgumentHelp(
      "The maximum time to wait. Defaults to that of the definition.", valueName: "seconds"))
  var waitTimeout: Double?

  func validate() throws {
    for (value, name) in [(interval, "--interval"), (waitTimeout, "--wait-timeout")] {
      guard let value else { continue }
      guard isWaiting else { throw ValidationError("\(name) needs --wait or --until.") }
      guard value >= 0, value <= 1e9 else {
        throw ValidationError("\(name) must be between 0 and 1000000000 seconds.")
      }
    }
  }

  /// Whether the command waits.
  var isWaiting: Bool { wait || until != nil }
}
