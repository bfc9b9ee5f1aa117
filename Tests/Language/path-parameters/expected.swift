// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import EndpointModel
@_spi(Generated) public import EndpointRuntime

/// Returns a shelf.
///
/// `GET /stores/{STORE-ID}/shelves/{SHELF}`
public struct GetShelf: StoreEndpoint {
  public typealias Response = JSON
  @_spi(Generated) public static let operation = EndpointOperation(
    "GetShelf",
    method: "GET",
    path: "/stores/{STORE-ID}/shelves/{SHELF}",
    parameters: [
      .path("SHELF", .int, constraints: .init(minimum: 1))
    ]
  )

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The number of the shelf. At least 1.
  public var shelf: Int

  public init(storeID: ObjectID, shelf: Int) {
    self.storeID = storeID
    self.shelf = shelf
  }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
    request.setPathParameter("SHELF", to: shelf)
  }
}

/// Moves a shelf to another store.
///
/// `PUT /stores/{STORE-ID}/shelves/{SHELF}/stores/{TARGET-ID}`
public struct MoveShelf: StoreEndpoint {
  public typealias Response = Void
  @_spi(Generated) public static let operation = EndpointOperation(
    "MoveShelf",
    method: "PUT",
    path: "/stores/{STORE-ID}/shelves/{SHELF}/stores/{TARGET-ID}",
    parameters: [
      .path("SHELF", .int, constraints: .init(minimum: 1))
    ]
  )

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The number of the shelf to move. At least 1.
  public var shelf: Int
  /// The identifier of the other store.
  public var targetID: ObjectID

  public init(storeID: ObjectID, shelf: Int, targetID: ObjectID) {
    self.storeID = storeID
    self.shelf = shelf
    self.targetID = targetID
  }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
    request.setPathParameter("SHELF", to: shelf)
    request.setPathParameter("TARGET-ID", to: targetID)
  }
}
