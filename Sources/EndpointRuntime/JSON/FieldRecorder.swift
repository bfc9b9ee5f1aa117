import Foundation

/// Records the fields that a value writes, to compare them with those of another value, or to hash
/// them.
///
/// All generated types share this one implementation, since synthesized equality and hashing of each
/// type takes a fifth of the time to compile the generated code.
struct FieldRecorder {
  /// What a value writes: the name of a field, a bracket, or a scalar.
  enum Step {
    case name(StaticString)
    case bracket(Unicode.Scalar)
    case null
    case bool(Bool)
    case integer(Int64)
    case double(Double)
    case decimal(Decimal)
    case string(String)
    case date(Date)
    case duration(Duration)
  }

  /// Memory for the first steps, on the stack.
  private let slots: UnsafeMutableBufferPointer<Step>
  private var count = 0
  /// The steps that do not fit into the memory.
  private var rest: [Step] = []
  /// The number of steps that the second value has repeated; `nil` while the first value is recorded.
  private var position: Int?
  private var isEqual = true

  private init(_ slots: UnsafeMutableBufferPointer<Step>) { self.slots = slots }

  /// Adds a step of the first value, or compares a step of the second value.
  mutating func visit(_ step: Step) {
    guard let position else {
      if count < slots.count {
        slots.initializeElement(at: count, to: step)
      } else {
        rest.append(step)
      }
      count += 1
      return
    }
    isEqual = isEqual && position < count && self[position] == step
    self.position = position + 1
  }

  private subscript(index: Int) -> Step {
    index < slots.count ? slots[index] : rest[index - slots.count]
  }

  /// Returns whether two values write equal fields.
  static func areEqual<Value: JSONValue>(_ first: Value, _ second: Value) -> Bool {
    withRecord(of: first) { recorder in
      recorder.position = 0
      recorder.record(second)
      return recorder.isEqual && recorder.position == recorder.count
    }
  }

  /// Hashes the fields that a value writes.
  static func hash(_ value: some JSONValue, into hasher: inout Hasher) {
    withRecord(of: value) { recorder in
      for index in 0..<recorder.count { recorder[index].hash(into: &hasher) }
    }
  }

  private static func withRecord<Result>(
    of value: some JSONValue, _ body: (inout FieldRecorder) -> Result
  ) -> Result {
    // Up to 1024 bytes are on the stack.
    withUnsafeTemporaryAllocation(of: Step.self, capacity: 42) { slots in
      var recorder = FieldRecorder(slots)
      recorder.record(value)
      defer { slots.prefix(recorder.count).deinitialize() }
      return body(&recorder)
    }
  }

  private mutating func record(_ value: some JSONValue) {
    var writer = JSONWriter(self)
    value.write(to: &writer)
    self = writer.recorder ?? self
  }
}

extension FieldRecorder.Step {
  fileprivate static func == (first: Self, second: Self) -> Bool {
    switch (first, second) {
    case (.name(let first), .name(let second)):
      first.utf8Start == second.utf8Start && first.utf8CodeUnitCount == second.utf8CodeUnitCount
        || first.description == second.description
    case (.bracket(let first), .bracket(let second)): first == second
    case (.null, .null): true
    case (.bool(let first), .bool(let second)): first == second
    case (.integer(let first), .integer(let second)): first == second
    case (.double(let first), .double(let second)): first == second
    case (.decimal(let first), .decimal(let second)): first == second
    case (.string(let first), .string(let second)): first == second
    case (.date(let first), .date(let second)): first == second
    case (.duration(let first), .duration(let second)): first == second
    default: false
    }
  }

  /// Hashes the values alone, which suffices for equal hashes of equal values.
  fileprivate func hash(into hasher: inout Hasher) {
    switch self {
    case .name, .bracket: break
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .double(let value): hasher.combine(value)
    case .decimal(let value): hasher.combine(value)
    case .string(let value): hasher.combine(value)
    case .date(let value): hasher.combine(value)
    case .duration(let value): hasher.combine(value)
    }
  }
}
