import ArgumentParser

/// Shows the main job against the simulator.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Create, list, fetch and cancel a restore job against a simulated Atlas.",
    discussion:
      "It uses real HTTP with Digest on loopback; nothing leaves the machine.")

  func run() async throws {
    var demo = Demo()
    try await demo.run()
  }
}
