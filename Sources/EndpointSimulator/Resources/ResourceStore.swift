public import EndpointRuntime

/// The resources of a simulated API: JSON objects in collections, in the order of their creation.
public actor ResourceStore {
  private var collections: [String: [JSON]] = [:]

  /// The resources of a collection.
  ///
  /// - Parameter collection: The collection's path.
  public func list(_ collection: String) -> [JSON] { collections[collection] ?? [] }

  /// One resource.
  public func find(_ id: String, in collection: String) -> JSON? {
    list(collection).first { $0["id"]?.string == id }
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
    guard let index = collections[collection]?.firstIndex(where: { $0["id"]?.string == id }),
      case .object(var members) = collections[collection]?[index]
    else { return nil }
    members.merge(changes) { _, new in new }
    collections[collection]?[index] = .object(members)
    return .object(members)
  }

  /// Removes a resource.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  public func remove(_ id: String, from collection: String) -> Bool {
    let count = list(collection).count
    collections[collection]?.removeAll { $0["id"]?.string == id }
    return list(collection).count < count
  }

  /// A new identifier: 24 hexadecimal digits.
  public static func newID() -> String {
    let bytes = (0..<12).map { _ in UInt8.random(in: 0...255) }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
