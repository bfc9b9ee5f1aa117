import ArgumentParser

/// Measures what the runtime adds to a request, and compares it with what it may add.
@main
struct RuntimeBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runtime-benchmark",
    abstract: "Measures what a request costs beyond the HTTP client that carries it.",
    discussion: """
      Things that are compared take turns in every round; the figures are medians of the rounds, \
      and ratios and differences are medians of those in each round. Calls go to a process of its \
      own on the loopback interface, which responds with fixed bytes.
      """)

  enum Part: String, CaseIterable, ExpressibleByArgument {
    case calls, allocations, digest, decoding, encoding, equality, latency, growth, streaming
    case thousandClients = "thousand-clients"
  }

  @Argument(help: "The benchmarks to run. Defaults to the first six.")
  var parts: [Part] = [.calls, .allocations, .digest, .decoding, .encoding, .equality]

  @Option(help: "How many rounds there are.")
  var rounds = 15

  @Option(help: "How many requests of a kind a round has.")
  var calls = 3000

  @Option(help: "The only way to measure, for a profiler, such as AtlasClient. Defaults to all.")
  var only: String?

  @Flag(help: "Also measure the client without its deadlines and without its authentication.")
  var layers = false

  @Option(help: "How many requests the growth benchmark sends.")
  var requests = 1_000_000

  @Option(help: "The size of streamed bodies in MiB.")
  var mebibytes = 1024

  @Option(help: "The folder of the plots. Defaults to none.", completion: .directory)
  var plots: String?

  @Option(help: ArgumentHelp("Be the server, until standard input ends.", visibility: .hidden))
  var serve: ServerProcess.Kind?

  func validate() throws {
    guard rounds > 0, calls > 0 else { throw ValidationError("Numbers must be positive.") }
  }

  /// Returns the file of a plot.
  private func plot(_ name: String) -> String? { plots.map { "\($0)/\(name).svg" } }

  func run() async throws {
    if let serve { return try await FixedServer(kind: serve).run() }
    for part in parts {
      switch part {
      case .calls:
        try await CallBenchmark(rounds: rounds, calls: calls, layers: layers, only: only).run()
      case .allocations: try await AllocationBenchmark(calls: calls).run()
      case .digest: try await DigestBenchmark(rounds: rounds).run()
      case .decoding: try await DecodingBenchmark(rounds: rounds).run()
      case .encoding: try await EncodingBenchmark(rounds: rounds).run()
      case .equality: try await EqualityBenchmark(rounds: rounds).run()
      case .latency:
        try await LatencyBenchmark(rounds: rounds, calls: calls, plot: plot("latency")).run()
      case .growth: try await GrowthBenchmark(requests: requests, plot: plot("growth")).run()
      case .streaming: try await StreamingBenchmark(rounds: rounds, size: mebibytes).run()
      case .thousandClients: ThousandClients(plot: plot("thousand-clients")).run()
      }
    }
  }
}
