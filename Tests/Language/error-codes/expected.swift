// Generated from definition.xml. Edit the definition, not this file.

@_spi(Generated) public import EndpointRuntime

/// The error codes.
public struct ErrorCode: OpenEnum {
  /// The store is closed.
  ///
  /// The status is 409.
  ///
  /// Open it first.
  public static let storeClosed = Self(rawValue: "STORE_CLOSED")
  /// The value `STORE_NOT_FOUND`.
  ///
  /// The status is 404.
  public static let storeNotFound = Self(rawValue: "STORE_NOT_FOUND")
  /// The value `SHELF_NOT_FOUND`.
  ///
  /// The status is 404.
  public static let shelfNotFound = Self(rawValue: "SHELF_NOT_FOUND")
  /// The value `OUT_OF_ORDER`.
  public static let outOfOrder = Self(rawValue: "OUT_OF_ORDER")

  /// The known values.
  public static let allCases: [Self] = [.storeClosed, .storeNotFound, .shelfNotFound, .outOfOrder]

  /// The string on the wire.
  public var rawValue: String

  /// Creates a value from any string, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }
}

extension ErrorCode {
  /// Hints on how to fix an error, by code.
  static let hints: [String: String] = ["STORE_CLOSED": "Open it first."]

  /// The codes of responses without one, by status.
  static let statusCodes: [Int: String] = [:]
}

extension APIError {
  /// The code of the response, or the one of its status; `nil` if there is neither.
  public var code: ErrorCode? { rawCode.map(ErrorCode.init(rawValue:)) }
}
