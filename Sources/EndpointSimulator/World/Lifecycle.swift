import EndpointModel
import EndpointRuntime
import Foundation

/// The states of a resource in time, derived from the waiters of the endpoint that returns it.
struct Lifecycle: Sendable {
  /// The fields with states; of a union, of all its variants.
  private(set) var fields: [StateField]
  /// Whether a deletion takes time.
  private(set) var deletesLater: Bool
  /// The error code after a deletion; `nil` for the usual one.
  private(set) var deletionCode: String?
  /// Whether a resource that has not been created is missing, rather than in its first state.
  private(set) var canBeMissing: Bool
  /// The duration of a state that passes.
  private(set) var step: Duration

  /// Creates the lifecycle of the resource that an endpoint returns; `nil` if it has no waiters.
  init?(_ waiters: [WaiterDescriptor], of type: TypeReference?, in types: CatalogTypes) {
    guard let first = waiters.first else { return nil }
    // Long enough to be seen by a client that polls as often as the definition says.
    step = .milliseconds(1500 * first.interval)
    let deletion = waiters.first { $0.successStatuses.contains { $0 >= 400 } }
    deletesLater = deletion != nil
    deletionCode = deletion?.successCodes.first
    canBeMissing = deletion != nil
    let paths = waiters.flatMap { $0.success + $0.failure }.map(\.path).filter { !$0.isEmpty }
    var seen: Set<[String]> = []
    fields = paths.filter { seen.insert($0).inserted }.flatMap { path in
      StateFields(path: path, waiters: waiters, types: types).fields(of: type)
    }
    if fields.contains(where: { $0.deletion != nil }) { deletesLater = true }
  }

  /// Adds the fields that another API has for the same resource.
  mutating func merge(_ other: Lifecycle) {
    fields += other.fields.filter { field in !fields.contains { $0.path == field.path } }
    deletesLater = deletesLater || other.deletesLater
    deletionCode = deletionCode ?? other.deletionCode
    canBeMissing = canBeMissing || other.canBeMissing
  }

  /// The states of a new resource.
  ///
  /// - Parameter members: The names of the fields that it can have.
  func creation(of names: Set<String>) -> StatePlan {
    let fields = fields(among: names)
    var plan = StatePlan(
      first: fields.map { FieldChange(path: $0.path, value: $0.creation[0] ?? nil) })
    // All fields reach their last state together.
    let count = fields.map(\.creation.count).max() ?? 1
    for index in 1..<max(count, 1) {
      let changes = fields.compactMap { field -> FieldChange? in
        let position = index - (count - field.creation.count)
        guard position > 0 else { return nil }
        return FieldChange(path: field.path, value: field.creation[position] ?? nil)
      }
      plan.later.append(.init(delay: step * index, changes: changes))
    }
    return plan
  }

  /// The states during and after a change; `nil` if a change takes no time.
  func update(of names: Set<String>) -> StatePlan? {
    let fields = fields(among: names).filter { $0.update != nil }
    guard !fields.isEmpty else { return nil }
    return StatePlan(
      first: fields.map { FieldChange(path: $0.path, value: $0.update) },
      later: [
        .init(
          delay: step,
          changes: fields.map { FieldChange(path: $0.path, value: $0.creation.last ?? nil) })
      ])
  }

  /// The states until the resource does not exist; `nil` if a deletion takes no time.
  func deletion(of names: Set<String>) -> StatePlan? {
    guard deletesLater else { return nil }
    let changes = fields(among: names).compactMap { field in
      field.deletion.map { FieldChange(path: field.path, value: $0) }
    }
    return StatePlan(first: changes, later: [.init(delay: step, removes: true)])
  }

  /// The state after a failure; `nil` if there is none.
  func failure(of names: Set<String>) -> StatePlan? {
    let changes = fields(among: names).compactMap { field in
      field.failure.map { FieldChange(path: field.path, value: $0) }
    }
    return changes.isEmpty ? nil : StatePlan(first: changes)
  }

  /// The fields of a resource that does not exist, where responses have some.
  var absence: [FieldChange] {
    fields.compactMap { field in
      field.absence.map { FieldChange(path: field.path, value: $0) }
    }
  }

  private func fields(among names: Set<String>) -> [StateField] {
    let known = fields.filter { names.contains($0.path[0]) }
    return known.isEmpty ? fields : known
  }
}

/// Creates the fields that the conditions on one path are about.
private struct StateFields {
  let path: [String]
  let waiters: [WaiterDescriptor]
  let types: CatalogTypes

  func fields(of type: TypeReference?) -> [StateField] {
    guard let type else { return [] }
    return types.paths(to: path[...], in: type).compactMap { wirePath, type in
      field(at: wirePath, of: type)
    }
  }

  private func field(at wirePath: [String], of type: TypeReference) -> StateField? {
    let success = waiters.map { $0.success.filter { $0.path == path } }.filter { !$0.isEmpty }
    let failure = waiters.flatMap(\.failure).filter { $0.path == path }
    let isFailure = success.isEmpty
    let values = success.map { $0.flatMap(\.values) }
    let type = types.underlying(type)
    if let flag = (values.joined().first ?? failure.first?.values.first).flatMap(Bool.init),
      type == .bool
    {
      return StateField(path: wirePath, flag: flag, isFailure: isFailure)
    }
    if case .named(let name) = type, let cases = types[name]?.cases.map(\.value), !cases.isEmpty,
      !values.isEmpty
    {
      return StateField(
        path: wirePath, cases: cases, success: values, failure: failure.flatMap(\.values))
    }
    guard values.joined().isEmpty else {
      return StateField(
        path: wirePath, cases: ["PENDING"] + values.joined(), success: values,
        failure: failure.flatMap(\.values))
    }
    let value: JSON? =
      switch type {
      case .date: nil
      case .list: [.string("https://downloads.example.net/\(wirePath.joined(separator: "/"))")]
      default: .string(isFailure ? "The operation failed." : "https://downloads.example.net/result")
      }
    return StateField(path: wirePath, value: value ?? .date, isFailure: isFailure)
  }
}

extension JSON {
  /// Stands for the time at which a change happens.
  static let date: JSON = "\u{0}now"
}

extension CatalogTypes {
  /// Returns the paths on the wire to a field, which can differ between the variants of a union, with
  /// its types.
  fileprivate func paths(
    to path: ArraySlice<String>, in type: TypeReference
  ) -> [(path: [String], type: TypeReference)] {
    guard let name = path.first else { return [([], type)] }
    guard case .named(let typeName) = underlying(type), let descriptor = self[typeName] else {
      return []
    }
    switch descriptor.kind {
    case .structure(let fields):
      guard let field = fields.first(where: { $0.name == name || $0.swiftName == name }) else {
        return []
      }
      return paths(to: path.dropFirst(), in: field.type).map { ([field.name] + $0.path, $0.type) }
    case .union(let union):
      var seen: Set<[String]> = []
      return union.variants.flatMap { paths(to: path, in: .named($0.type)) }
        .filter { seen.insert($0.path).inserted }
    case .enumeration, .alias: return []
    }
  }
}
