public import Foundation
import EndpointRuntime

/// The resources of a simulator at a point in time, from which another simulator can go on.
///
/// It has the resources with their states to come, the time, and what identifiers are generated from, but
/// no exchanges, faults, nonces, and tokens.
///
/// ```swift
/// let data = await simulator.store.state.data
/// let options = SimulatorOptions(state: try SimulatorState(data: data))
/// ```
public struct SimulatorState: Sendable {
  /// The simulated time.
  public let date: Date
  let generator: SeededGenerator
  let collections: [String: [Resource]]
  let documents: [String: Resource]

  /// The version of the format.
  private static let version: Int64 = 1

  init(
    date: Date, generator: SeededGenerator, collections: [String: [Resource]],
    documents: [String: Resource]
  ) {
    self.date = date
    self.generator = generator
    self.collections = collections
    self.documents = documents
  }

  /// Reads a state.
  ///
  /// - Parameter data: What ``data`` returned.
  /// - Throws: ``SimulatorStateError`` if the data is not a state.
  public init(data: Data) throws(SimulatorStateError) {
    guard let document = JSONCoding.document(data) else {
      throw SimulatorStateError(reason: "it is not a JSON document")
    }
    guard document["version"] == .integer(Self.version) else {
      throw SimulatorStateError(reason: "'version' is not \(Self.version)")
    }
    guard let date = document["date"]?.date else {
      throw SimulatorStateError(reason: "'date' is not a number of seconds")
    }
    guard let seed = document["generator"]?.string.flatMap({ UInt64($0) }) else {
      throw SimulatorStateError(reason: "'generator' is not a number in a string")
    }
    self.date = date
    generator = SeededGenerator(seed: seed)
    var collections: [String: [Resource]] = [:]
    for (path, items) in document["collections"]?.object ?? [:] {
      var resources: [Resource] = []
      for item in items.array ?? [] { resources.append(try Self.resource(item, at: path)) }
      collections[path] = resources
    }
    var documents: [String: Resource] = [:]
    for (path, item) in document["documents"]?.object ?? [:] {
      documents[path] = try Self.resource(item, at: path)
    }
    self.collections = collections
    self.documents = documents
  }

  private static func resource(
    _ item: JSON, at path: String
  ) throws(SimulatorStateError) -> Resource {
    guard let resource = Resource(item) else {
      throw SimulatorStateError(reason: "a resource of '\(path)' is not complete")
    }
    return resource
  }

  /// The state as a JSON document.
  public var data: Data {
    let document: JSON = [
      "version": .integer(Self.version), "date": JSON(date: date),
      "generator": .string(String(generator.state)),
      "collections": .object(collections.mapValues { .array($0.map(\.document)) }),
      "documents": .object(documents.mapValues(\.document)),
    ]
    return (try? JSONCoding.encode(document)) ?? Data()
  }
}

/// Data that is not a state of a simulator.
public struct SimulatorStateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problem, as the end of a sentence.
  public var reason: String

  /// A description of the problem.
  public var description: String { "it is not a state of the simulator: \(reason)" }
}

// MARK: Resources as JSON

extension Resource {
  fileprivate init?(_ document: JSON) {
    guard let members = document["members"]?.object, let created = document["created"]?.date,
      let changed = document["changed"]?.date
    else { return nil }
    let steps = (document["steps"]?.array ?? []).map { Step($0) }
    guard !steps.contains(where: { $0 == nil }) else { return nil }
    self.init(members, created: created, changed: changed, steps: steps.compactMap(\.self))
  }

  fileprivate var document: JSON {
    [
      "members": .object(members), "created": JSON(date: created), "changed": JSON(date: changed),
      "steps": .array(steps.map(\.document)),
    ]
  }
}

extension Resource.Step {
  fileprivate init?(_ document: JSON) {
    guard let date = document["date"]?.date else { return nil }
    let changes = (document["changes"]?.array ?? []).map { FieldChange($0) }
    guard !changes.contains(where: { $0 == nil }) else { return nil }
    self.init(
      date: date, changes: changes.compactMap(\.self), removes: document["removes"] == true)
  }

  fileprivate var document: JSON {
    [
      "date": JSON(date: date), "removes": .bool(removes),
      "changes": .array(
        changes.map { change in
          var document: [String: JSON] = ["path": .array(change.path.map { .string($0) })]
          document["value"] = change.value
          return .object(document)
        }),
    ]
  }
}

extension FieldChange {
  fileprivate init?(_ document: JSON) {
    guard let path = document["path"]?.array?.compactMap(\.string), !path.isEmpty else {
      return nil
    }
    self.init(path: path, value: document["value"])
  }
}

extension JSON {
  /// A date as seconds since 1970.
  fileprivate init(date: Date) { self.init(floatLiteral: date.timeIntervalSince1970) }

  /// The date of seconds since 1970, until the year 9999.
  fileprivate var date: Date? {
    guard let seconds = double, (0..<253_402_300_800).contains(seconds) else { return nil }
    return Date(timeIntervalSince1970: seconds)
  }
}
