public import Foundation
public import HTTPTypes

/// A successful response.
public struct EndpointResponse<Value: Sendable>: Sendable {
  /// The value that its body carries.
  public var value: Value
  /// Its status.
  public var status: HTTPResponse.Status
  /// Its header fields.
  public var headerFields: HTTPFields
  /// The items of a list that could not be decoded; empty unless
  /// ``RequestOptions/skipsInvalidItems`` is set.
  public var skippedItems: [SkippedItem] = []

  /// Creates a response.
  public init(value: Value, status: HTTPResponse.Status, headerFields: HTTPFields) {
    self.value = value
    self.status = status
    self.headerFields = headerFields
  }
}

extension EndpointResponse {
  /// The point in time since which, or from which on, the endpoint is deprecated; `nil` if the server
  /// does not report one (RFC 9745).
  public var deprecation: Date? { headerFields.deprecation }
  /// The point in time after which the server may stop serving the endpoint; `nil` if the server does
  /// not report one (RFC 8594).
  public var sunset: Date? { headerFields.sunset }
  /// What the server reports about its rate limit; `nil` if it reports nothing.
  public var rateLimit: RateLimitStatus? { headerFields.rateLimit }
}
