import AtlasCore
import EndpointRuntime
import Synchronization

/// A thousand programs that send requests for one project, whose rate limit all of them share.
///
/// The clients, their retries, and their limits are those of the SDK; the server is in memory, and
/// time is virtual. The numbers are the same in each run.
struct ThousandClients {
  /// The file of the plot; `nil` for none.
  let plot: String?

  static let programs = 1000
  static let requestsEach = 3
  static let requests = programs * requestsEach

  func run() {
    let outcomes = Strategy.all.map { ($0, $0.simulate()) }
    var table = Table(
      "clients", "done", "attempts per request", "minutes to drain", "requests/min",
      "most attempts in a second")
    for (strategy, outcome) in outcomes {
      table.add(
        strategy.name, "\(outcome.successes.count)", outcome.attemptsPerRequest.rounded(1),
        outcome.minutes.rounded(1), outcome.goodput.rounded(0), "\(outcome.busiestSecond)")
    }
    table.print(
      "\(Self.programs) programs with \(Self.requestsEach) requests each; "
        + "the server accepts \(RateLimitedServer.limit) per minute")
    guard let plot else { return }
    do {
      try Self.plot(outcomes).write(to: plot)
    } catch {
      print("cannot write \(plot): \(error)")
    }
  }

  private static func plot(_ outcomes: [(Strategy, Outcome)]) -> Plot {
    let series = outcomes.map { strategy, outcome in
      Plot.Series(
        name: strategy.name, color: strategy.color, isDashed: strategy.isDashed,
        points: outcome.attempts.map { (Double($0.second) / 60, Double($0.count)) })
    }
    let points = series.flatMap(\.points)
    return Plot(
      title: "Attempts; \(programs) programs with \(requestsEach) requests each",
      x: ("minutes", .linear, Plot.ticks(upTo: points.map(\.x))),
      y: ("attempts so far", .logarithmic, Plot.ticks(around: points.map(\.y))), series: series)
  }
}

extension ThousandClients {
  /// What a simulation measured.
  struct Outcome {
    /// The times of the successes, in their order.
    var successes: [Duration] = []
    var record = RateLimitedServer.Record()

    /// The time of the last success.
    var minutes: Double { (successes.last ?? .zero) / .seconds(60) }
    var goodput: Double { minutes > 0 ? Double(successes.count) / minutes : 0 }
    var attemptsPerRequest: Double {
      Double(record.accepted + record.rejected) / Double(max(successes.count, 1))
    }
    var busiestSecond: Int { record.perSecond.values.max() ?? 0 }
    /// The number of attempts until the end of some of the seconds.
    var attempts: [(second: Int64, count: Int)] {
      var count = 0
      let all = record.perSecond.sorted { $0.key < $1.key }.map { second, attempts in
        count += attempts
        return (second: second + 1, count: count)
      }
      // A hundred points are enough for a line.
      return all.enumerated()
        .filter { $0.offset.isMultiple(of: max(all.count / 100, 1)) || $0.offset == all.count - 1 }
        .map(\.element)
    }
  }

  /// How the programs are configured.
  struct Strategy: Sendable {
    var name: String
    var color: String
    var isDashed = false
    /// Whether all tasks share one client, as in one process.
    var isOneProcess = false
    /// The time over which the programs start.
    var start = Duration.seconds(1)
    /// Changes the default configuration.
    var configure: @Sendable (inout ClientConfiguration) -> Void

    func simulate() -> Outcome {
      let result = Result()
      let strategy = self
      VirtualTime.run { clock in
        let server = RateLimitedServer(clock: clock)
        let shared = strategy.isOneProcess ? strategy.client(0, of: server, clock) : nil
        await withTaskGroup(of: Void.self) { group in
          for number in 0..<ThousandClients.programs {
            let client = shared ?? strategy.client(number, of: server, clock)
            group.addTask {
              let begin = Seed(number, stream: 1).fraction()
              try? await clock.sleep(for: strategy.start * begin)
              for _ in 0..<ThousandClients.requestsEach {
                let response = await client.result(
                  of: GetRestoreJob(
                    groupID: "5e2f0a1b9c8d7e6f5a4b3c2d", clusterName: "MyCluster",
                    jobID: "5e2f0a1b9c8d7e6f5a4b3c2d"))
                guard case .success = response else { continue }
                result.outcome.withLock { $0.successes.append(clock.now.offset) }
              }
            }
          }
        }
        result.outcome.withLock { $0.record = server.record }
      }
      return result.outcome.withLock { $0 }
    }

    private func client(_ number: Int, of server: RateLimitedServer, _ clock: VirtualClock)
      -> AtlasClient
    {
      var configuration = ClientConfiguration(clock: clock)
      configure(&configuration)
      let seed = Seed(number, stream: 2)
      configuration.retryPolicy.randomFraction = { seed.fraction() }
      return AtlasClient(authenticator: nil, transport: server, configuration: configuration)
    }
  }

  /// The outcome of a simulation in progress.
  private final class Result: Sendable {
    let outcome = Mutex(Outcome())
  }

  /// Random numbers that are the same in each run.
  private final class Seed: Sendable {
    private let state: Mutex<UInt64>

    init(_ number: Int, stream: UInt64) {
      state = Mutex(UInt64(number) << 8 | stream)
    }

    /// Returns a number from 0 to less than 1, by SplitMix64.
    func fraction() -> Double {
      state.withLock { state in
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((value ^ (value >> 31)) >> 11) / Double(1 << 53)
      }
    }
  }
}
