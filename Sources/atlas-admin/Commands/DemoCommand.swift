import ArgumentParser

/// Demonstrates restore jobs with the simulator.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Create, list, fetch and cancel a restore job against a simulated Atlas.",
    discussion:
      "It uses HTTP with Digest on loopback and no other network connection.")

  @Option(help: "The version of the API.")
  var api: AtlasAPI = .v2

  func run() async throws {
    var demo = Demo(api)
    try await demo.run()
  }
}
