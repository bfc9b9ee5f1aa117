import Foundation

/// What something took.
struct Cost {
  /// The time that passed, in microseconds.
  var elapsed: Double
  /// The time that the process's threads worked, in user and system mode, in microseconds.
  var cpu: Double

  /// What an operation takes, divided by how often it does the same thing.
  static func measure(per count: Int, _ operation: () async throws -> Void) async rethrows -> Cost {
    let start = (clock: ContinuousClock.now, cpu: cpuTime())
    try await operation()
    let elapsed = start.clock.duration(to: .now) / .microseconds(1)
    return Cost(elapsed: elapsed / Double(count), cpu: (cpuTime() - start.cpu) / Double(count))
  }

  private static func cpuTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
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
  func median(_ value: ([Cost]) -> Double) -> Double {
    let values = costs.map(value).sorted()
    let middle = values.count / 2
    return values.count.isMultiple(of: 2)
      ? (values[middle - 1] + values[middle]) / 2 : values[middle]
  }
}
