// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import EndpointModel
@_spi(Generated) public import EndpointRuntime
public import Foundation

/// Finds articles.
///
/// `POST /stores/{STORE-ID}/articles`
public struct FindArticles: StoreEndpoint {
  public typealias Response = [ArticleFilter]
  @_spi(Generated) public static let operation = EndpointOperation(
    "FindArticles",
    method: "POST",
    path: "/stores/{STORE-ID}/articles",
    parameters: [
      .query(
        "colors", .list(.string), list: .repeated,
        constraints: .init(minLength: 3, maxItems: 5, uniqueItems: true))
    ]
  )

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The body.
  public var body: ArticleFilter
  /// The parameter `colors`. At least 3 characters. At most 5 items.
  public var colors: [String]?

  public init(storeID: ObjectID, body: ArticleFilter, colors: [String]? = nil) {
    self.storeID = storeID
    self.body = body
    self.colors = colors
  }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
    request.setQueryParameter("colors", to: colors)
    try request.setBody(body)
  }
}

/// What articles must be like.
public struct ArticleFilter: JSONModel {
  /// The name. At most 64 characters. Matches `^[A-Z]`.
  public var name: String?
  /// The price. At least 0, at most 99.5.
  public var price: Decimal?
  /// The sizes. At least 1. From 1 to 9 items.
  public var sizes: [Int]?
  /// The number of articles. Only in responses.
  public var count: Int?
  /// A coupon. Only in requests. One of `A`, `B`.
  public var coupon: String?

  public init(
    name: String? = nil, price: Decimal? = nil, sizes: [Int]? = nil, count: Int? = nil,
    coupon: String? = nil
  ) {
    self.name = name
    self.price = price
    self.sizes = sizes
    self.count = count
    self.coupon = coupon
  }
  @_spi(Generated) public init(fields: inout FieldReader) {
    name = fields.optional(string: "name")
    price = fields.optional("price")
    sizes = fields.optional(list: "sizes")
    count = fields.optional(int: "count")
    coupon = fields.optional(string: "coupon")
  }
  @_spi(Generated) public func write(fields: inout JSONWriter) {
    fields.set(int: "count", count)
    fields.set(string: "coupon", coupon)
    fields.set(string: "name", name)
    fields.set("price", price)
    fields.set(list: "sizes", sizes)
  }
}
