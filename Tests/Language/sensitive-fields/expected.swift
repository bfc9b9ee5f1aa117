// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import EndpointModel
@_spi(Generated) public import EndpointRuntime
public import Foundation

/// Adds a keeper.
///
/// `POST /stores/{STORE-ID}/keepers`
public struct AddKeeper: StoreEndpoint {
  public typealias Response = Void
  @_spi(Generated) public static let operation = EndpointOperation(
    "AddKeeper", method: "POST", path: "/stores/{STORE-ID}/keepers")

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The body.
  public var body: Keeper

  public init(storeID: ObjectID, body: Keeper) {
    self.storeID = storeID
    self.body = body
  }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
    try request.setBody(body)
  }
}

/// A keeper of a store.
public struct Keeper: JSONModel {
  /// The name.
  public var name: String
  /// The password.
  public var password: String?
  /// The addresses with tokens.
  public var urls: [URL]?

  public init(name: String, password: String? = nil, urls: [URL]? = nil) {
    self.name = name
    self.password = password
    self.urls = urls
  }
  @_spi(Generated) public static let sensitiveProperties: Set<String> = ["password", "urls"]
  @_spi(Generated) public init(fields: inout FieldReader) {
    name = fields.required(string: "name")
    password = fields.optional(string: "password")
    urls = fields.optional(list: "token_urls")
  }
  @_spi(Generated) public func write(fields: inout JSONWriter) {
    fields.set(string: "name", name)
    fields.set(string: "password", password)
    fields.set(list: "token_urls", urls)
  }
}
