import EndpointRuntime
import Foundation
import HTTPTypes
import Synchronization

/// Chooses the faults of requests.
final class FaultInjector: Sendable {
  /// A rule with its state.
  struct Entry: Sendable {
    var id: Int
    var fault: Fault
    /// The number of requests that are still affected; `nil` for all.
    var remaining: Int?
  }

  private struct State {
    var entries: [Entry] = []
    var nextID = 1
    var generator: SeededGenerator

    mutating func add(_ fault: Fault) -> Entry {
      let entry = Entry(id: nextID, fault: fault, remaining: fault.times)
      nextID += 1
      entries.append(entry)
      return entry
    }
  }

  private let initial: (faults: [Fault], seed: UInt64)
  private let state: Mutex<State>
  private let events: EventHub

  init(_ faults: [Fault], seed: UInt64, events: EventHub) {
    initial = (faults, seed)
    self.events = events
    state = Mutex(Self.state(faults, seed))
  }

  /// All rules that can still affect requests, in their order.
  var entries: [Entry] { state.withLock { $0.entries } }

  @discardableResult
  func add(_ fault: Fault) -> Entry {
    let entry = state.withLock { $0.add(fault) }
    events.publish(.faults)
    return entry
  }

  /// Removes a rule.
  ///
  /// - Returns: Whether it existed.
  func remove(_ id: Int) -> Bool {
    let isRemoved = state.withLock { state in
      let index = state.entries.firstIndex { $0.id == id }
      if let index { state.entries.remove(at: index) }
      return index != nil
    }
    if isRemoved { events.publish(.faults) }
    return isRemoved
  }

  /// Removes all rules.
  func removeAll() {
    state.withLock { $0.entries = [] }
    events.publish(.faults)
  }

  /// Restores the rules and the random numbers of the start.
  func reset() { state.withLock { $0 = Self.state(initial.faults, initial.seed) } }

  /// Returns what happens to a request: first the faults in its header, then the rules in their order.
  ///
  /// - Throws: A 400 if the header field is not a list of faults.
  func actions(
    for request: IncomingRequest, operation: String?
  ) throws(SimulatedError) -> [Fault.Action] {
    var actions = try requested(by: request).map(\.action)
    let (chosen, hasEnded) = state.withLock { state in
      var chosen: [Fault.Action] = []
      for index in state.entries.indices {
        let entry = state.entries[index]
        guard entry.fault.matches(request, operation: operation) else { continue }
        let isHit =
          entry.fault.probability >= 1
          || Double.random(in: 0..<1, using: &state.generator) < entry.fault.probability
        guard isHit else { continue }
        chosen.append(entry.fault.action)
        if let remaining = entry.remaining { state.entries[index].remaining = remaining - 1 }
      }
      let count = state.entries.count
      state.entries.removeAll { $0.remaining == 0 }
      return (chosen, state.entries.count < count)
    }
    if hasEnded { events.publish(.faults) }
    actions += chosen
    return actions
  }

  private func requested(by request: IncomingRequest) throws(SimulatedError) -> [Fault] {
    guard let name = HTTPField.Name("X-Simulator-Fault"), let text = request.headerFields[name]
    else { return [] }
    do throws(FaultSyntaxError) {
      return try Fault.list(parsing: text)
    } catch {
      throw SimulatedError(
        status: 400, code: "INVALID_HEADER_FIELD",
        detail: "The header field X-Simulator-Fault is invalid: \(error)",
        parameters: ["X-Simulator-Fault"])
    }
  }

  private static func state(_ faults: [Fault], _ seed: UInt64) -> State {
    var state = State(generator: SeededGenerator(seed: seed))
    for fault in faults { _ = state.add(fault) }
    return state
  }
}
