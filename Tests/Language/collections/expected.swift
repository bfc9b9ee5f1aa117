// Generated from definition.xml. Edit the definition, not this file.

public import EndpointModel
@_spi(Generated) public import EndpointRuntime
public import Foundation

extension EndpointTag {
  static var stocks: EndpointTag {
    EndpointTag(
      name: "Stocks",
      summary: "",
      endpoints: [GetStock.self]
    )
  }
}

/// Returns the stock of a store.
///
/// `GET /stores/{STORE-ID}/stock`
public struct GetStock: Endpoint {
  /// The API of the endpoint.
  public typealias API = StoreAPI
  /// The response.
  public typealias Response = [String: [Stock]]

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The parameter `kinds`.
  public var kinds: [String]?

  /// Creates a request.
  public init(storeID: ObjectID, kinds: [String]? = nil) {
    self.storeID = storeID
    self.kinds = kinds
  }

  /// The description of the endpoint.
  @_spi(Generated) public static let descriptor: EndpointDescriptor = describe()

  private static func describe() -> EndpointDescriptor {
    EndpointDescriptor(
      name: "GetStock",
      tag: "Stocks",
      summary: "Returns the stock of a store.",
      method: "GET",
      path: "/stores/{STORE-ID}/stock",
      parameters: [
        .path("STORE-ID", .objectID),
        .query("kinds", .list(.string), list: .commaSeparated),
      ],
      responses: [.json(.map(.list(.named("Stock"))))],
      successStatuses: [200],
      responseExample: #"""
        {"key":[{"sizes":[[1]],"prices":{"key":1.5},\#
        "deliveries":{"key":["2026-01-31T12:00:00Z"]},"parts":[]}]}
        """#
    )
  }

  /// Encodes the arguments into a request.
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

  /// Creates a value.
  public init(
    sizes: [[Int]],
    prices: [String: Decimal]? = nil,
    deliveries: [String: [Date]]? = nil,
    parts: [Stock]? = nil
  ) {
    self.sizes = sizes
    self.prices = prices
    self.deliveries = deliveries
    self.parts = parts
  }

  /// Decodes a JSON object.
  public init(from decoder: any Decoder) throws {
    var fields = try FieldReader(decoder)
    sizes = try fields.required("sizes")
    prices = fields.optional("prices")
    deliveries = fields.optional(date: "deliveries")
    parts = fields.optional("parts")
    try fields.finish()
  }

  /// Encodes a JSON object.
  public func encode(to encoder: any Encoder) throws {
    var fields = FieldWriter(encoder)
    fields.set("sizes", sizes)
    fields.set("prices", prices)
    fields.set(date: "deliveries", deliveries)
    fields.set("parts", parts)
    try fields.finish()
  }
}
