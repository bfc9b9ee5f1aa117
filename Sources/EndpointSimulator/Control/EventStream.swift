import DequeModule
import EndpointRecording
import EndpointRuntime
import Foundation

/// The events of a simulator as server-sent events, in the order in which they are read.
///
/// Exchanges have the event type `exchange`, their number as identifier, and JSON as data. The events
/// `faults`, `clock`, and `reset` have no content.
actor EventStream {
  private let iterator: AsyncStream<SimulatorEvent>.Iterator
  private var past: Deque<SimulatedExchange>
  private let redaction: Redaction
  private var isConnected = false
  /// The number of the last exchange of the past.
  private var last = 0

  /// Creates a stream.
  ///
  /// - Parameters:
  ///   - events: The events.
  ///   - past: The exchanges that precede the events. Later ones of them can be among the events, too.
  init(events: AsyncStream<SimulatorEvent>, past: [SimulatedExchange], redaction: Redaction) {
    iterator = events.makeAsyncIterator()
    self.past = Deque(past)
    self.redaction = redaction
  }

  /// The lines of the stream.
  nonisolated var chunks: AsyncStream<Data> { AsyncStream { await self.next() } }

  private func next() async -> Data? {
    guard isConnected else {
      isConnected = true
      return Data(": connected\n\n".utf8)
    }
    if let exchange = past.popFirst() {
      last = exchange.number
      return lines(of: .exchange(exchange))
    }
    // The iterator is a reference to the stream, so that a copy reads the next event as well.
    var iterator = iterator
    while let event = await iterator.next(isolation: self) {
      switch event {
      case .exchange(let exchange) where exchange.number <= last: continue
      case .reset: last = 0
      case .exchange, .faults, .clock: break
      }
      return lines(of: event)
    }
    return nil
  }

  private func lines(of event: SimulatorEvent) -> Data {
    switch event {
    case .exchange(let exchange):
      let document = (try? JSONCoding.encode(exchange.document(redaction))) ?? Data()
      return Data("id: \(exchange.number)\nevent: exchange\ndata: ".utf8) + document
        + Data("\n\n".utf8)
    case .faults: return Data("event: faults\ndata: {}\n\n".utf8)
    case .clock: return Data("event: clock\ndata: {}\n\n".utf8)
    case .reset: return Data("event: reset\ndata: {}\n\n".utf8)
    }
  }
}
