// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import EndpointModel
@_spi(Generated) public import EndpointRuntime
public import Foundation

/// Creates a key.
///
/// `POST /stores/{STORE-ID}/keys`
public struct CreateKey: StoreEndpoint {
  public typealias Response = String
  @_spi(Generated) public static let operation = EndpointOperation(
    "CreateKey", method: "POST", path: "/stores/{STORE-ID}/keys")

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The body.
  public var body: String

  public init(storeID: ObjectID, body: String) {
    self.storeID = storeID
    self.body = body
  }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
    request.setBody(bytes: Data(body.utf8))
  }

  @_spi(Generated) public static func decode(_ response: ResponseDecoder) throws -> String {
    response.text
  }
}

/// Fetches the certificate.
///
/// `GET /stores/{STORE-ID}/certificate`
public struct GetCertificate: StoreEndpoint {
  public typealias Response = Data
  @_spi(Generated) public static let operation = EndpointOperation(
    "GetCertificate", method: "GET", path: "/stores/{STORE-ID}/certificate",
    accept: ["application/vnd.store+json"])

  /// The identifier of the store.
  public var storeID: ObjectID

  public init(storeID: ObjectID) { self.storeID = storeID }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
  }

  @_spi(Generated) public static func decode(_ response: ResponseDecoder) throws -> Data {
    response.data
  }
}
