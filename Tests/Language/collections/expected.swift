// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import EndpointModel
@_spi(Generated) public import EndpointRuntime
public import Foundation

/// Returns the stock of a store.
///
/// `GET /stores/{STORE-ID}/stock`
public struct GetStock: StoreEndpoint {
  public typealias Response = [String: [Stock]]
  @_spi(Generated) public static let operation = EndpointOperation(
    "GetStock",
    method: "GET",
    path: "/stores/{STORE-ID}/stock",
    parameters: [
      .query("kinds", .list(.string), list: .commaSeparated)
    ]
  )

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The parameter `kinds`.
  public var kinds: [String]?

  public init(storeID: ObjectID, kinds: [String]? = nil) {
    self.storeID = storeID
    self.kinds = kinds
  }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
    request.setQueryParameter("kinds", to: kinds, style: .commaSeparated)
  }
}

/// The stock of an article.
public struct Stock: JSONModel {
  /// The numbers by row and size.
  public var sizes: [[Int]]
  /// The prices by currency.
  public var prices: [String: Decimal]?
  /// The deliveries by supplier.
  public var deliveries: [String: [Date]]?
  /// The parts.
  public var parts: [Stock]?

  public init(
    sizes: [[Int]], prices: [String: Decimal]? = nil, deliveries: [String: [Date]]? = nil,
    parts: [Stock]? = nil
  ) {
    self.sizes = sizes
    self.prices = prices
    self.deliveries = deliveries
    self.parts = parts
  }
  @_spi(Generated) public init(fields: inout FieldReader) {
    sizes = fields.required(list: "sizes")
    prices = fields.optional("prices")
    deliveries = fields.optional("deliveries")
    parts = fields.optional(list: "parts")
  }
  @_spi(Generated) public func write(fields: inout JSONWriter) {
    fields.set("deliveries", deliveries)
    fields.set(list: "parts", parts)
    fields.set("prices", prices)
    fields.set(list: "sizes", sizes)
  }
}
