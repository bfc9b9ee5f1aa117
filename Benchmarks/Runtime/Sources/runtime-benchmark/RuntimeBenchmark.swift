import ArgumentParser

/// Measures what the runtime adds to a call, and compares it with what it may add.
@main
struct RuntimeBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runtime-benchmark",
    abstract: "Measures what a call costs beyond the HTTP client that carries it.",
    discussion: """
      Things that are compared take turns in every round; the figures are medians of the rounds, \
      and ratios and differences are medians of those in each round. Calls go to a process of its \
      own on the loopback interface, which responds with fixed bytes.
      """)

  enum Part: String, CaseIterable, ExpressibleByArgument {
    case calls, allocations, digest, decoding, encoding, equality
  }

  @Argument(help: "The benchmarks to run. Defaults to all.")
  var parts: [Part] = Part.allCases

  @Option(help: "How many rounds there are.")
  var rounds = 15

  @Option(help: "How many calls of a kind a round has.")
  var calls = 3000

  @Flag(help: ArgumentHelp("Be the server, until standard input ends.", visibility: .hidden))
  var serve = false

  func validate() throws {
    guard rounds > 0, calls > 0 else { throw ValidationError("Numbers must be positive.") }
  }

  func run() async throws {
    if serve { return try await FixedServer().run() }
    for part in parts {
      switch part {
      case .calls: try await CallBenchmark(rounds: rounds, calls: calls).run()
      case .allocations: try await AllocationBenchmark(calls: calls).run()
      case .digest: try await DigestBenchmark(rounds: rounds).run()
      case .decoding: try await DecodingBenchmark(rounds: rounds).run()
      case .encoding: try await EncodingBenchmark(rounds: rounds).run()
      case .equality: try await EqualityBenchmark(rounds: rounds).run()
      }
    }
  }
}
