// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import EndpointModel
@_spi(Generated) public import EndpointRuntime
public import Foundation

/// Lists parts.
///
/// `GET /stores/{STORE-ID}/parts`
public struct ListParts: StoreEndpoint {
  public typealias Response = [JSON]
  @_spi(Generated) public static let operation = EndpointOperation(
    "ListParts", method: "GET", path: "/stores/{STORE-ID}/parts")

  /// The identifier of the store.
  public var storeID: ObjectID

  public init(storeID: ObjectID) { self.storeID = storeID }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
  }

  /// The number of all parts.
  public static let xTotalCount = ResponseHeaderField<Int>("X-Total-Count") { Int($0) }

  /// The header field `Last-Modified`.
  public static let lastModified = ResponseHeaderField<Date>("Last-Modified") {
    Date(headerField: $0)
  }

  /// The header field `X-Age`.
  public static let xAge = ResponseHeaderField<Duration>("X-Age") {
    TimeCount(text: $0)?.duration(in: .seconds)
  }

  /// The header field `X-Started`.
  public static let xStarted = ResponseHeaderField<Date>("X-Started") {
    TimeCount(text: $0)?.date(in: .milliseconds)
  }

  /// The header field `X-State`.
  public static let state = ResponseHeaderField<PartState>("X-State") { PartState(rawValue: $0) }

  /// The header field `Link`.
  public static let link = ResponseHeaderField<String>("Link") { $0 }
}

/// The type `PartState`.
public struct PartState: OpenEnum {
  /// The value `NEW`.
  public static var new: Self { Self(rawValue: "NEW") }

  public static var allCases: [Self] { [.new] }
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}
