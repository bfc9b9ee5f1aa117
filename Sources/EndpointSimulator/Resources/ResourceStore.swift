public import EndpointRuntime

/// The resources of a simulated API: JSON objects in collections, in the order of their creation.
///
/// A resource is identified by the fields that the end of its path names, as `{INDEX-ID}` names
/// `indexID`, or by `id`, `_id`, or `name`.
public actor ResourceStore {
  private var collections: [String: [JSON]] = [:]
  private var documents: [String: JSON] = [:]

  /// A resource that is not an item of a collection; `nil` if it has not been changed.
  public func document(at path: String) -> JSON? { documents[path] }

  /// Sets fields of a resource that is not an item of a collection.
  ///
  /// - Returns: The changed resource.
  @discardableResult
  public func set(_ members: [String: JSON], at path: String) -> JSON {
    setDocument(at: path) { ($0 ?? [:]).merging(members) { _, new in new } }
  }

  /// Changes a resource that is not an item of a collection, atomically.
  func setDocument(at path: String, _ change: (_ old: [String: JSON]?) -> [String: JSON]) -> JSON {
    let document = JSON.object(change(documents[path]?.object))
    documents[path] = document
    return document
  }

  /// Resets a resource that is not an item of a collection.
  public func removeDocument(at path: String) { documents[path] = nil }

  /// The paths of all collections with resources.
  public var paths: [String] { collections.keys.sorted() }

  /// The resources of a collection.
  ///
  /// - Parameter collection: The path of the collection.
  public func list(_ collection: String) -> [JSON] { collections[collection] ?? [] }

  /// Returns a resource; `nil` if it does not exist.
  ///
  /// - Parameters:
  ///   - id: The end of its path.
  ///   - collection: The path of the collection.
  ///   - template: The end of its path with placeholders.
  public func find(
    _ id: String, in collection: String, matching template: String = "{ID}"
  ) -> JSON? {
    index(of: id, in: collection, matching: template).flatMap { collections[collection]?[$0] }
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
    var members = members
    if members[identifier] == nil, members["_id"] == nil {
      members[identifier] = .string(Self.newID())
    }
    collections[collection, default: []].append(.object(members))
    return .object(members)
  }

  /// Sets fields of a resource.
  ///
  /// - Returns: The changed resource; `nil` if it does not exist.
  @discardableResult
  public func update(
    _ id: String, in collection: String, matching template: String = "{ID}",
    with changes: [String: JSON]
  ) -> JSON? {
    change(id, in: collection, matching: template) { $0.merging(changes) { _, new in new } }
  }

  /// Replaces all fields of a resource except its identifier.
  ///
  /// - Returns: The changed resource; `nil` if it does not exist.
  @discardableResult
  public func replace(
    _ id: String, in collection: String, matching template: String = "{ID}",
    by members: [String: JSON]
  ) -> JSON? {
    change(id, in: collection, matching: template) { old in
      let identifier = ItemTemplate(template).identifier(among: old.keys)
      return members.merging(old.filter { $0.key == identifier }) { $1 }
    }
  }

  /// Changes a resource, atomically.
  func change(
    _ id: String, in collection: String, matching template: String,
    _ change: (_ old: [String: JSON]) -> [String: JSON]
  ) -> JSON? {
    guard let index = index(of: id, in: collection, matching: template),
      let members = collections[collection]?[index].object
    else { return nil }
    let resource = JSON.object(change(members))
    collections[collection]?[index] = resource
    return resource
  }

  /// Removes a resource.
  ///
  /// - Returns: Whether the resource existed.
  @discardableResult
  public func remove(
    _ id: String, from collection: String, matching template: String = "{ID}"
  ) -> Bool {
    guard let index = index(of: id, in: collection, matching: template) else { return false }
    collections[collection]?.remove(at: index)
    return true
  }

  /// Removes all resources of a collection.
  public func removeAll(from collection: String) { collections[collection] = [] }

  /// Removes all resources.
  public func reset() {
    collections = [:]
    documents = [:]
  }

  private func index(of id: String, in collection: String, matching template: String) -> Int? {
    let resources = list(collection)
    return ItemTemplate(template).alternatives.lazy.compactMap { template in
      resources.firstIndex { template.filled(by: $0) == id }
    }.first
  }

  /// Returns a new identifier of 24 hexadecimal digits.
  public static func newID() -> String {
    let bytes = (0..<12).map { _ in UInt8.random(in: 0...255) }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
