import DequeModule
import Foundation
import Synchronization

/// The latest exchanges of a simulator.
///
/// The number of exchanges and the size of their bodies are limited, so that the memory does not grow
/// with the number of requests.
final class ExchangeLog: Sendable {
  private struct State {
    var exchanges: Deque<SimulatedExchange> = []
    var count = 0
    /// The size of all bodies in bytes.
    var size = 0
  }

  /// The maximum size of all bodies in bytes.
  private static let maximumSize = 64 << 20

  private let limit: Int
  private let state = Mutex(State())
  private let events: EventHub

  init(limit: Int, events: EventHub) {
    self.limit = max(limit, 0)
    self.events = events
  }

  /// Appends an exchange.
  ///
  /// - Returns: The exchange with its number.
  func record(_ exchange: SimulatedExchange) -> SimulatedExchange {
    var exchange = exchange
    state.withLock { state in
      state.count += 1
      exchange.number = state.count
      state.exchanges.append(exchange)
      state.size += exchange.size
      while state.exchanges.count > limit
        || (state.size > Self.maximumSize && state.exchanges.count > 1)
      {
        state.size -= state.exchanges.removeFirst().size
      }
    }
    events.publish(.exchange(exchange))
    return exchange
  }

  /// The number of all exchanges since the start or the last reset.
  var count: Int { state.withLock { $0.count } }

  /// The latest exchanges whose number is greater than another, in their order.
  func exchanges(after number: Int = 0) -> [SimulatedExchange] {
    state.withLock { state in
      guard let first = state.exchanges.first?.number else { return [] }
      let skipped = min(max(number.clampedDifference(to: first), 0), state.exchanges.count)
      return Array(state.exchanges.dropFirst(skipped))
    }
  }

  func removeAll() { state.withLock { $0 = State() } }
}

extension SimulatedExchange {
  fileprivate var size: Int { request.body.count + (response?.body.count ?? 0) }
}

extension Int {
  /// How many numbers from the first one up to this one there are, without overflow.
  fileprivate func clampedDifference(to first: Int) -> Int {
    let (difference, isOverflow) = subtractingReportingOverflow(first)
    return isOverflow ? (self > 0 ? .max : -1) : difference == .max ? .max : difference + 1
  }
}
