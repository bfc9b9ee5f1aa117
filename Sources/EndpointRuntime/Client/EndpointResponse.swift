public import Foundation
public import HTTPTypes

/// A successful response.
public struct EndpointResponse<Value: Sendable>: Sendable {
  /// The decoded body.
  public var value: Value
  /// The status.
  public var status: HTTPResponse.Status
  /// The header fields.
  public var headerFields: HTTPFields
  /// The items of a list that could not be decoded. Empty unless
  /// ``RequestOptions/skipsInvalidItems`` is `true`.
  public var skippedItems: [SkippedItem] = []

  /// Creates a response.
  public init(value: Value, status: HTTPResponse.Status, headerFields: HTTPFields) {
    self.value = value
    self.status = status
    self.headerFields = headerFields
  }
}

extension EndpointResponse {
  /// The point in time at which the endpoint was or will be deprecated; `nil` if the server does
  /// not report one (RFC 9745).
  public var deprecation: Date? { headerFields.deprecation }
  /// The point in time after which the server may stop serving the endpoint; `nil` if the server does
  /// not report one (RFC 8594).
  public var sunset: Date? { headerFields.sunset }
  /// The rate limit that the server reports; `nil` if it reports none.
  public var rateLimit: RateLimitStatus? { headerFields.rateLimit }
}
