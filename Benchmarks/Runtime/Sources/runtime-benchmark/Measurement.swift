import Foundation

/// What something took.
struct Cost {
  /// The time that passed, in microseconds.
  var elapsed: Double
  /// The time that the process's threads worked, in user and system mode, in microseconds.
  var cpu: Double
  /// The number of times that a thread of the process stopped to run.
  var switches: Double

  /// What an operation takes, divided by how often it does the same thing.
  static func measure(per count: Int, _ operation: () async throws -> Void) async rethrows -> Cost {
    let start = (clock: ContinuousClock.now, cpu: cpuTime(), switches: contextSwitches())
    try await operation()
    let elapsed = start.clock.duration(to: .now) / .microseconds(1)
    let count = Double(count)
    return Cost(
      elapsed: elapsed / count, cpu: (cpuTime() - start.cpu) / count,
      switches: (contextSwitches() - start.switches) / count)
  }

  private static func cpuTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  private static func contextSwitches() -> Double {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    return Double(usage.ru_nvcsw) + Double(usage.ru_nivcsw)
  }
}

/// The costs of several things that took turns, round by round.
struct Rounds {
  private var costs: [[Cost]] = []

  /// Measures all things once in every round, in alternating order.
  ///
  /// - Parameter measure: Gets the number of the thing, from 0. A first round is not counted.
  init(_ rounds: Int, of things: Int, _ measure: (Int) async throws -> Cost) async throws {
    for round in 0...rounds {
      var row: [(thing: Int, cost: Cost)] = []
      let order = Array(0..<things)
      for thing in round.isMultiple(of: 2) ? order : order.reversed() {
        row.append((thing, try await measure(thing)))
      }
      if round > 0 { costs.append(row.sorted { $0.thing < $1.thing }.map(\.cost)) }
    }
  }

  /// The median of something that is made of the costs of each round.
  func median(_ value: ([Cost]) -> Double) -> Double { costs.map(value).quantile(0.5) }
}

extension [Double] {
  /// The value below which a part of the numbers is, between two numbers where none is there.
  func quantile(_ part: Double) -> Double {
    guard !isEmpty else { return .nan }
    let values = sorted()
    let position = part * Double(values.count - 1)
    let lower = Int(position)
    let upper = Swift.min(lower + 1, values.count - 1)
    return values[lower] + (values[upper] - values[lower]) * (position - Double(lower))
  }
}
