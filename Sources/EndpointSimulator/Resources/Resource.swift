import EndpointRuntime
import Foundation

/// A stored JSON object with the changes that time brings.
struct Resource: Sendable {
  /// The fields.
  private(set) var members: [String: JSON] { didSet { identity = ItemIdentity(members) } }
  /// The values that can be in its path.
  private(set) var identity: ItemIdentity
  /// The time of its creation.
  let created: Date
  /// The time of the last change by a request.
  private(set) var changed: Date
  /// The changes to come, in the order of their dates.
  private(set) var steps: [Step] = []

  /// A change at a point in time.
  struct Step: Sendable {
    var date: Date
    var changes: [FieldChange]
    /// Whether the resource ends to exist.
    var removes = false
  }

  init(_ members: [String: JSON], at date: Date, plan: StatePlan = .init()) {
    self.members = members
    identity = ItemIdentity(members)
    created = date
    changed = date
    follow(plan, at: date)
  }

  init(_ members: [String: JSON], created: Date, changed: Date, steps: [Step]) {
    self.members = members
    identity = ItemIdentity(members)
    self.created = created
    self.changed = changed
    self.steps = steps
  }

  /// Replaces the fields.
  mutating func change(to members: [String: JSON], at date: Date, plan: StatePlan? = nil) {
    self.members = members
    changed = date
    if let plan { follow(plan, at: date) }
  }

  /// Sets fields in this copy of the resource, for one response.
  mutating func show(_ fields: [String: JSON]) { members.merge(fields) { $1 } }

  /// Replaces the changes to come, and applies those that are due at once.
  mutating func follow(_ plan: StatePlan, at date: Date) {
    members.apply(plan.first, at: date)
    steps = plan.later.map { step in
      Step(date: date + step.delay.seconds, changes: step.changes, removes: step.removes)
    }
  }

  /// Applies the changes that are due.
  ///
  /// - Returns: Whether the resource still exists.
  mutating func settle(at date: Date) -> Bool {
    while let step = steps.first, step.date <= date {
      steps.removeFirst()
      if step.removes { return false }
      members.apply(step.changes, at: step.date)
    }
    return true
  }
}

/// The states of a resource from now on.
struct StatePlan: Sendable {
  /// The changes at once.
  var first: [FieldChange] = []
  /// The later changes, in their order.
  var later: [Step] = []

  /// A change after a delay.
  struct Step: Sendable {
    var delay: Duration
    var changes: [FieldChange] = []
    var removes = false
  }

  var isEmpty: Bool { first.isEmpty && later.isEmpty }
}

/// A change of one field.
struct FieldChange: Sendable {
  /// The names of the fields on the way to the value; never empty.
  var path: [String]
  /// The new value; `nil` to remove the field.
  var value: JSON?
}

extension [String: JSON] {
  /// Applies changes that happen at a point in time.
  mutating func apply(_ changes: [FieldChange], at date: Date) {
    for change in changes {
      let isDate = change.value == .date
      set(change.path[...], to: isDate ? .string(Timestamp.string(from: date)) : change.value)
    }
  }

  private mutating func set(_ path: ArraySlice<String>, to value: JSON?) {
    guard let name = path.first else { return }
    guard path.count > 1 else {
      self[name] = value
      return
    }
    var inner = self[name]?.object ?? [:]
    inner.set(path.dropFirst(), to: value)
    self[name] = .object(inner)
  }
}
