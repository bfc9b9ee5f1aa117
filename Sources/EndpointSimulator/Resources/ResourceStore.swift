public import EndpointRuntime
import EndpointModel
import Foundation

/// The resources of a simulated API: JSON objects in collections, in the order of their creation.
///
/// A resource is identified by the fields that the end of its path names, as `{INDEX-ID}` names
/// `indexID`, or by `id`, `_id`, or `name`.
public actor ResourceStore {
  private var collections: [String: [Resource]] = [:]
  private var documents: [String: Resource] = [:]
  private var generator: SeededGenerator

  /// The clock of the resources.
  public nonisolated let clock: SimulatedClock
  /// The seed of generated values.
  nonisolated let seed: UInt64

  /// Creates a store.
  ///
  /// - Parameters:
  ///   - clock: The clock of the resources.
  ///   - seed: The seed of identifiers and generated values. Defaults to a random one.
  public init(clock: SimulatedClock = SimulatedClock(), seed: UInt64? = nil) {
    self.clock = clock
    self.seed = seed ?? .random(in: .min ... .max)
    generator = SeededGenerator(seed: self.seed)
  }

  /// Returns a new identifier of 24 hexadecimal digits, of which the first eight are the time.
  public func newID() -> String {
    let time = UInt32(exactly: clock.date.timeIntervalSince1970.rounded()) ?? 0
    let digits = String(time, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
      + generator.hexadecimal(digits: 16)
  }

  /// All resources and the time.
  public var state: SimulatorState {
    SimulatorState(
      date: clock.date, generator: generator, collections: collections, documents: documents)
  }

  /// Replaces all resources by those of a state, and advances the clock to its time.
  public func restore(_ state: SimulatorState) {
    collections = state.collections
    documents = state.documents
    generator = state.generator
    clock.advance(by: .seconds(state.date.timeIntervalSince(clock.date)))
  }

  /// Removes all resources.
  public func reset() {
    collections = [:]
    documents = [:]
    generator = SeededGenerator(seed: seed)
  }
}

// Resources that are not items of a collection.
extension ResourceStore {
  /// A resource that is not an item of a collection; `nil` if it has not been changed.
  public func document(at path: String) -> JSON? {
    documentResource(at: path).map { .object($0.members) }
  }

  /// Sets fields of a resource that is not an item of a collection.
  ///
  /// - Returns: The changed resource.
  @discardableResult
  public func set(_ members: [String: JSON], at path: String) -> JSON {
    let resource = setDocument(at: path, plan: nil) { old in
      (old ?? [:]).merging(members) { _, new in new }
    }
    return .object(resource.members)
  }

  /// Resets a resource that is not an item of a collection.
  public func removeDocument(at path: String) { documents[path] = nil }

  /// The paths of all resources that are not items of a collection and have been changed.
  var documentPaths: [String] {
    documents.keys.filter { documentResource(at: $0) != nil }.sorted()
  }

  func documentResource(at path: String) -> Resource? {
    guard var resource = documents[path] else { return nil }
    documents[path] = resource.settle(at: clock.date) ? resource : nil
    return documents[path]
  }

  /// Changes a resource that is not an item of a collection, atomically.
  ///
  /// - Parameter plan: Its states from now on; `nil` for no change of them.
  @discardableResult
  func setDocument(
    at path: String, plan: StatePlan?, _ change: (_ old: [String: JSON]?) -> [String: JSON]
  ) -> Resource {
    var resource = documentResource(at: path) ?? Resource([:], at: clock.date)
    let old = documents[path]?.members
    resource.change(to: change(old), at: clock.date, plan: plan)
    documents[path] = resource
    return resource
  }

  /// Sets the states of a resource that is not an item of a collection.
  ///
  /// - Returns: Whether it exists.
  func follow(_ plan: StatePlan, at path: String) -> Bool {
    guard var resource = documentResource(at: path) else { return false }
    resource.follow(plan, at: clock.date)
    documents[path] = resource
    return true
  }
}

// Items of collections.
extension ResourceStore {
  /// The paths of all collections with resources.
  public var paths: [String] {
    collections.keys.filter { !resources(in: $0).isEmpty }.sorted()
  }

  /// The resources of a collection.
  ///
  /// - Parameter collection: The path of the collection.
  public func list(_ collection: String) -> [JSON] {
    resources(in: collection).map { .object($0.members) }
  }

  /// Returns a resource; `nil` if it does not exist.
  ///
  /// - Parameters:
  ///   - id: The end of its path.
  ///   - collection: The path of the collection.
  ///   - template: The end of its path with placeholders.
  public func find(
    _ id: String, in collection: String, matching template: String = "{ID}"
  ) -> JSON? {
    resource(id, in: collection, matching: ItemTemplate(template)).map { .object($0.members) }
  }

  /// Adds a resource and gives it an identifier, unless it has one.
  ///
  /// - Parameters:
  ///   - members: The resource.
  ///   - collection: The path of the collection.
  ///   - identifier: The field with the identifier.
  /// - Returns: The stored resource.
  @discardableResult
  public func insert(
    _ members: [String: JSON], into collection: String, identifiedBy identifier: String = "id"
  ) -> JSON {
    .object(insert(members, into: collection, identifiedBy: identifier, plan: .init()).members)
  }

  /// Sets fields of a resource.
  ///
  /// - Parameters:
  ///   - id: The end of its path.
  ///   - collection: The path of the collection.
  ///   - template: The end of its path with placeholders.
  ///   - changes: The fields.
  ///   - endsStates: Whether the resource keeps its state from now on.
  /// - Returns: The changed resource; `nil` if it does not exist.
  @discardableResult
  public func update(
    _ id: String, in collection: String, matching template: String = "{ID}",
    with changes: [String: JSON], endsStates: Bool = false
  ) -> JSON? {
    let plan: StatePlan? = endsStates ? StatePlan() : nil
    return change(id, in: collection, matching: ItemTemplate(template), plan: plan) {
      $0.merging(changes) { _, new in new }
    }.map { .object($0.members) }
  }

  /// Replaces all fields of a resource except its identifier.
  ///
  /// - Returns: The changed resource; `nil` if it does not exist.
  @discardableResult
  public func replace(
    _ id: String, in collection: String, matching template: String = "{ID}",
    by members: [String: JSON]
  ) -> JSON? {
    replace(id, in: collection, matching: ItemTemplate(template), by: members, plan: nil)
      .map { .object($0.members) }
  }

  /// Removes a resource, and everything below its path.
  ///
  /// - Returns: Whether the resource existed.
  @discardableResult
  public func remove(
    _ id: String, from collection: String, matching template: String = "{ID}"
  ) -> Bool {
    let template = ItemTemplate(template)
    guard let index = index(of: id, in: collection, matching: template),
      let resource = collections[collection]?.remove(at: index)
    else { return false }
    removeContent(of: resource, in: collection)
    return true
  }

  /// Removes all resources of a collection.
  public func removeAll(from collection: String) { collections[collection] = [] }
}

// Items with their dates and states.
extension ResourceStore {
  func resources(in collection: String) -> [Resource] {
    guard let stored = collections[collection] else { return [] }
    guard stored.contains(where: { !$0.steps.isEmpty }) else { return stored }
    let date = clock.date
    var kept: [Resource] = []
    for var resource in stored {
      if resource.settle(at: date) {
        kept.append(resource)
      } else {
        removeContent(of: resource, in: collection)
      }
    }
    collections[collection] = kept
    return kept
  }

  func resource(
    _ id: String, in collection: String, matching template: ItemTemplate
  ) -> Resource? {
    index(of: id, in: collection, matching: template).flatMap { collections[collection]?[$0] }
  }

  @discardableResult
  func insert(
    _ members: [String: JSON], into collection: String, identifiedBy identifier: String,
    plan: StatePlan
  ) -> Resource {
    var members = members
    if members[identifier] == nil, members["_id"] == nil {
      members[identifier] = .string(newID())
    }
    let resource = Resource(members, at: clock.date, plan: plan)
    collections[collection, default: []].append(resource)
    return resource
  }

  /// Changes a resource, atomically.
  ///
  /// - Parameter plan: Its states from now on; `nil` for no change of them.
  @discardableResult
  func change(
    _ id: String, in collection: String, matching template: ItemTemplate, plan: StatePlan?,
    _ change: (_ old: [String: JSON]) -> [String: JSON]
  ) -> Resource? {
    guard let index = index(of: id, in: collection, matching: template),
      var resource = collections[collection]?[index]
    else { return nil }
    resource.change(to: change(resource.members), at: clock.date, plan: plan)
    collections[collection]?[index] = resource
    return resource
  }

  /// Replaces all fields of a resource except its identifier.
  ///
  /// - Parameter plan: Its states from now on; `nil` for no change of them.
  func replace(
    _ id: String, in collection: String, matching template: ItemTemplate,
    by members: [String: JSON],
    plan: StatePlan?
  ) -> Resource? {
    change(id, in: collection, matching: template, plan: plan) { old in
      let identifier = template.identifier(among: old.keys)
      return members.merging(old.filter { $0.key == identifier }) { $1 }
    }
  }

  /// Sets the states of a resource from now on.
  ///
  /// - Returns: Whether the resource exists.
  func follow(
    _ plan: StatePlan, _ id: String, in collection: String, matching template: ItemTemplate
  ) -> Bool {
    guard let index = index(of: id, in: collection, matching: template) else { return false }
    collections[collection]?[index].follow(plan, at: clock.date)
    return true
  }

  private func index(
    of id: String, in collection: String, matching template: ItemTemplate
  ) -> Int? {
    let resources = resources(in: collection)
    return template.alternatives.lazy.compactMap { template in
      resources.firstIndex { template.filled(by: $0.identity) == id }
    }.first
  }

  /// Removes the resources below the path of an item, which its identifier or its name ends.
  private func removeContent(of resource: Resource, in collection: String) {
    let ends = ["id", "_id", "name"].compactMap { resource.members[$0]?.string?.percentEncoded }
    for end in ends {
      let path = "\(collection)/\(end)/"
      for key in collections.keys where key.hasPrefix(path) { collections[key] = nil }
      for key in documents.keys where key.hasPrefix(path) { documents[key] = nil }
    }
  }
}
