import ArgumentParser
import EndpointSimulator
import Foundation

/// Measures how many requests a simulator responds to, beside a server that only sends fixed bytes.
@main
struct SimulatorBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulator-benchmark",
    abstract: "Measures how many requests a second the simulator responds to.",
    discussion: """
      The server is a child process on the loopback interface. Each connection sends its next request \
      when it has the response to the last one. Digest and the client's own work are part of the \
      figures, as client and server share the processor.
      """)

  @Option(help: "How many connections send requests.")
  var connections = 16

  @Option(help: "How many requests a round has.")
  var requests = 30_000

  @Option(help: "How many rounds there are.")
  var rounds = 5

  @Option(help: ArgumentHelp("Be the server, until standard input ends.", visibility: .hidden))
  var serve: ServerKind?

  func validate() throws {
    guard connections > 0, requests > 0, rounds > 0 else {
      throw ValidationError("Numbers must be positive.")
    }
  }

  func run() async throws {
    if let serve { return try await serve.run() }
    print(
      "| server | requests/s (median of \(rounds)) | CPU µs/request of the server | memory, MiB |")
    print("|---|---|---|---|")
    for kind in ServerKind.allCases {
      let server = try ServerProcess(kind)
      let load = Load(server: server, isSigned: kind == .digest, connections: connections)
      try await load.send(requests / 10)
      let start = server.usage
      var rates: [Double] = []
      for _ in 0..<rounds {
        let began = ContinuousClock.now
        try await load.send(requests)
        rates.append(Double(requests) / (began.duration(to: .now) / .seconds(1)))
      }
      let (end, total) = (server.usage, Double(requests * rounds))
      let cpu = (end.seconds - start.seconds) / total * 1_000_000
      print(
        "| \(kind.rawValue) | \(Int(rates.sorted()[rates.count / 2]))",
        "\(String(format: "%.1f", cpu))",
        "\(String(format: "%.1f → %.1f", start.mebibytes, end.mebibytes)) |", separator: " | ")
      try server.stop()
    }
  }
}
