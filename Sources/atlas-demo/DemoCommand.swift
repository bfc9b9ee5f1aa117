import ArgumentParser

/// Demonstrates restore jobs with the simulator.
@main
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atlas-demo",
    abstract: "Create, list, fetch and cancel a restore job against a simulated Atlas.",
    discussion:
      "It uses HTTP with Digest on loopback and no other network connection.")

  @Option(help: "The version of the API.")
  var api: DemoAPI = .v2

  func run() async throws {
    var demo = Demo(api)
    try await demo.run()
  }
}

/// A version of the Atlas Administration API.
enum DemoAPI: String, ExpressibleByArgument, CaseIterable {
  /// API v1.0.
  case v1
  /// API v2.
  case v2
}
