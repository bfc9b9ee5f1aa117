// Generated from definition.xml. Edit the definition, not this file.

public import EndpointModel
@_spi(Generated) public import EndpointRuntime

extension EndpointTag {
  static var shelves: EndpointTag {
    EndpointTag(
      name: "Shelves",
      summary: "",
      endpoints: [GetShelf.self, MoveShelf.self]
    )
  }
}

/// Returns a shelf.
///
/// `GET /stores/{STORE-ID}/shelves/{SHELF}`
public struct GetShelf: Endpoint {
  /// The API of the endpoint.
  public typealias API = StoreAPI
  /// The response.
  public typealias Response = JSON

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The number of the shelf.
  ///
  /// At least 1.
  public var shelf: Int

  /// Creates a request.
  public init(storeID: ObjectID, shelf: Int) {
    self.storeID = storeID
    self.shelf = shelf
  }

  /// The description of the endpoint.
  @_spi(Generated) public static let descriptor: EndpointDescriptor = describe()

  private static func describe() -> EndpointDescriptor {
    EndpointDescriptor(
      name: "GetShelf",
      tag: "Shelves",
      summary: "Returns a shelf.",
      method: "GET",
      path: "/stores/{STORE-ID}/shelves/{SHELF}",
      parameters: [
        .path("STORE-ID", .objectID),
        .path("SHELF", .int, constraints: .init(minimum: 1)),
      ],
      responses: [.json(.json)],
      successStatuses: [200],
      responseExample: #"{}"#
    )
  }

  /// Encodes the arguments into a request.
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
    request.setPathParameter("SHELF", to: shelf)
  }
}

/// Moves a shelf to another store.
///
/// `PUT /stores/{STORE-ID}/shelves/{SHELF}/stores/{TARGET-ID}`
public struct MoveShelf: Endpoint {
  /// The API of the endpoint.
  public typealias API = StoreAPI
  /// The response.
  public typealias Response = Void

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The number of the shelf to move.
  ///
  /// At least 1.
  public var shelf: Int
  /// The identifier of the other store.
  public var targetID: ObjectID

  /// Creates a request.
  public init(storeID: ObjectID, shelf: Int, targetID: ObjectID) {
    self.storeID = storeID
    self.shelf = shelf
    self.targetID = targetID
  }

  /// The description of the endpoint.
  @_spi(Generated) public static let descriptor: EndpointDescriptor = describe()

  private static func describe() -> EndpointDescriptor {
    EndpointDescriptor(
      name: "MoveShelf",
      tag: "Shelves",
      summary: "Moves a shelf to another store.",
      method: "PUT",
      path: "/stores/{STORE-ID}/shelves/{SHELF}/stores/{TARGET-ID}",
      parameters: [
        .path("STORE-ID", .objectID),
        .path("SHELF", .int, constraints: .init(minimum: 1)),
        .path("TARGET-ID", .objectID),
      ],
      successStatuses: [204]
    )
  }

  /// Encodes the arguments into a request.
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
    request.setPathParameter("SHELF", to: shelf)
    request.setPathParameter("TARGET-ID", to: targetID)
  }
}
