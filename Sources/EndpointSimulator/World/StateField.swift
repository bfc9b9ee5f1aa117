import EndpointModel
import EndpointRuntime
import Foundation

/// A field whose value changes in time, and that waiters look at.
struct StateField: Sendable {
  /// The names of the fields on the way to the value, by the name on the wire.
  let path: [String]
  /// The values while a resource is created; the last one lasts.
  private(set) var creation: [JSON?]
  /// The value during a change; `nil` if a change takes no time.
  private(set) var update: JSON?
  /// The value during a deletion; `nil` if there is none.
  private(set) var deletion: JSON?
  /// The value after a failure; `nil` if there is none.
  private(set) var failure: JSON?
  /// The value of a resource that does not exist, where responses have one.
  private(set) var absence: JSON?

  /// Creates a field of the known values of an enum.
  init(path: [String], cases: [String], success: [[String]], failure: [String]) {
    self.path = path
    let final = Self.final(of: success)
    // Values that satisfy only some of the waiters for the last state come before it.
    let related = success.filter { !Set($0).isDisjoint(with: success.first ?? []) }
    let passing = Set(related.joined()).subtracting(failure)
    let others = Set(success.joined()).union(failure)
    let index = cases.firstIndex(of: final) ?? cases.endIndex
    let steps = cases.enumerated().filter { position, value in
      guard value != final, !StateWords.isExceptional(value) else { return false }
      let isEarlier = position < index || !others.contains(value)
      let isStep = passing.contains(value) && related.contains { !$0.contains(value) }
      return isStep ? isEarlier : !others.contains(value)
    }.map(\.element)
    let beginning =
      steps.isEmpty ? cases.filter { StateWords.isUpdate($0) && $0 != final } : steps
    creation = beginning.map { .string($0) } + [.string(final)]
    update = cases.first(where: StateWords.isUpdate).map { .string($0) }
    deletion = cases.first(where: StateWords.isDeletion).map { .string($0) }
    self.failure = (failure.first(where: StateWords.isFailure) ?? failure.first).map { .string($0) }
    absence =
      success.dropFirst().first { Set($0).isDisjoint(with: success.first ?? []) && $0.count == 1 }
      .flatMap(\.first).flatMap { StateWords.isAbsence($0) ? .string($0) : nil }
  }

  /// Creates a Boolean field.
  init(path: [String], flag value: Bool, isFailure: Bool) {
    self.path = path
    creation = isFailure ? [.bool(!value)] : [.bool(!value), .bool(value)]
    failure = isFailure ? .bool(value) : nil
  }

  /// Creates a field that is missing until the last state, or until a failure.
  init(path: [String], value: JSON, isFailure: Bool) {
    self.path = path
    creation = isFailure ? [nil] : [nil, value]
    failure = isFailure ? value : nil
  }

  /// The value that satisfies the most waiters, of those that satisfy the first one.
  private static func final(of success: [[String]]) -> String {
    let counts = (success.first ?? []).map { value in
      (value, success.count { $0.contains(value) })
    }
    let most = counts.map(\.1).max() ?? 0
    let best = counts.filter { $0.1 == most }
    return (best.count == 1 ? best.first?.0 : counts.first?.0) ?? ""
  }
}

/// The words by which the meaning of a state is known.
private enum StateWords {
  static func isUpdate(_ value: String) -> Bool { value.uppercased() == "UPDATING" }

  static func isDeletion(_ value: String) -> Bool {
    ["DELETING", "DELETE_REQUESTED", "TERMINATING", "RECOVERING"].contains(value.uppercased())
  }

  static func isFailure(_ value: String) -> Bool {
    ["FAIL", "REJECT", "BROKEN"].contains { value.uppercased().contains($0) }
  }

  static func isAbsence(_ value: String) -> Bool { value.uppercased().hasPrefix("UNCONFIGURED") }

  /// Whether a resource has the state for special reasons only.
  static func isExceptional(_ value: String) -> Bool {
    let words = [
      "UPDAT", "REPAIR", "DELET", "TERMINAT", "PAUS", "STALE", "MIGRAT", "DISABL", "RECOVER",
      "ORPHAN", "CANCEL", "NONE", "NOT_INITIATED", "UNCONFIGURED", "DOES_NOT_EXIST", "RECREATION",
      "ADDING", "WAITING", "FAIL", "DROPPED",
    ]
    return words.contains { value.uppercased().contains($0) }
  }
}
