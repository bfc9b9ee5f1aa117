public import EndpointRuntime

/// The resources of a simulated API: JSON objects in collections, in the order of their creation.
///
/// A resource is known by its `id`, or else by its `name`.
public actor ResourceStore {
  private var collections: [String: [JSON]] = [:]
  private var documents: [String: JSON] = [:]

  /// A resource that is no item of a collection, if anybody has changed it.
  public func document(at path: String) -> JSON? { documents[path] }

  /// Sets members of a resource that is no item of a collection.
  ///
  /// - Returns: The resource as it is kept now.
  @discardableResult
  public func set(_ members: [String: JSON], at path: String) -> JSON {
    var document: [String: JSON] = [:]
    if case .object(let members)? = documents[path] { document = members }
    document.merge(members) { _, new in new }
    documents[path] = .object(document)
    return .object(document)
  }

  /// The resources of a collection.
  ///
  /// - Parameter collection: The collection's path.
  public func list(_ collection: String) -> [JSON] { collections[collection] ?? [] }

  /// One resource.
  public func find(_ id: String, in collection: String) -> JSON? {
    index(of: id, in: collection).flatMap { collections[collection]?[$0] }
  }

  /// Adds a resource and gives it an identifier, unless it has one.
  ///
  /// - Returns: The resource as it is kept.
  @discardableResult
  public func insert(_ members: [String: JSON], into collection: String) -> JSON {
    var members = members
    members["id"] = members["id"] ?? .string(Self.newID())
    collections[collection, default: []].append(.object(members))
    return .object(members)
  }

  /// Sets members of a resource.
  ///
  /// - Returns: The resource as it is kept now, if there is one.
  @discardableResult
  public func update(_ id: String, in collection: String, with changes: [String: JSON]) -> JSON? {
    guard let index = index(of: id, in: collection),
      case .object(var members) = collections[collection]?[index]
    else { return nil }
    members.merge(changes) { _, new in new }
    collections[collection]?[index] = .object(members)
    return .object(members)
  }

  /// Puts other members in the place of all that a resource has, but for its `id`.
  ///
  /// - Returns: The resource as it is kept now, if there is one.
  @discardableResult
  public func replace(_ id: String, in collection: String, by members: [String: JSON]) -> JSON? {
    guard let index = index(of: id, in: collection) else { return nil }
    var members = members
    members["id"] = collections[collection]?[index]["id"]
    collections[collection]?[index] = .object(members)
    return .object(members)
  }

  /// Removes a resource.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  public func remove(_ id: String, from collection: String) -> Bool {
    guard let index = index(of: id, in: collection) else { return false }
    collections[collection]?.remove(at: index)
    return true
  }

  private func index(of id: String, in collection: String) -> Int? {
    let resources = list(collection)
    return resources.firstIndex { $0["id"]?.string == id }
      ?? resources.firstIndex { $0["name"]?.string == id }
  }

  /// A new identifier: 24 hexadecimal digits.
  public static func newID() -> String {
    let bytes = (0..<12).map { _ in UInt8.random(in: 0...255) }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
