import EndpointModel
public import Foundation
public import HTTPTypes

/// A header field of a response whose value has a type.
///
/// Generated requests have one for each header field that their definition declares:
///
/// ```swift
/// let response = try await client.response(to: ListOrders())
/// let total = response[ListOrders.totalCount]
/// ```
public struct ResponseHeaderField<Value: Sendable>: Sendable {
  /// The name of the field.
  public let name: HTTPField.Name?
  private let value: @Sendable (String) -> Value?

  /// Creates a key.
  ///
  /// - Parameters:
  ///   - name: The name of the field.
  ///   - value: Returns the value of a field value, `nil` if it is invalid.
  public init(_ name: String, value: @escaping @Sendable (String) -> Value?) {
    self.name = HTTPField.Name(name)
    self.value = value
  }

  /// Returns the value in header fields; `nil` if it is missing or invalid.
  public func value(in headerFields: HTTPFields) -> Value? {
    name.flatMap { headerFields[$0] }.flatMap(value)
  }
}

extension EndpointResponse {
  /// Returns the value of a header field; `nil` if it is missing or invalid.
  public subscript<Field>(_ field: ResponseHeaderField<Field>) -> Field? {
    field.value(in: headerFields)
  }
}

@_spi(Generated) extension Date {
  /// Creates the date of a field value: in the format of HTTP (RFC 9110, section 5.6.7), in ISO 8601,
  /// or in seconds since 1970.
  public init?(headerField text: String) {
    guard
      let date = HTTPDate.date(from: text) ?? Timestamp.date(from: text)
        ?? TimeCount(text: text)?.date(in: .seconds)
    else { return nil }
    self = date
  }
}
