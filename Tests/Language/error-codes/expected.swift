// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

@_spi(Generated) public import EndpointRuntime

/// The error codes.
public struct ErrorCode: OpenEnum {
  /// The store is closed.
  ///
  /// Status 409.
  ///
  /// Open it first.
  public static var storeClosed: Self { Self(rawValue: "STORE_CLOSED") }
  /// Status 404.
  public static var storeNotFound: Self { Self(rawValue: "STORE_NOT_FOUND") }
  /// Status 404.
  public static var shelfNotFound: Self { Self(rawValue: "SHELF_NOT_FOUND") }
  /// The code `OUT_OF_ORDER`.
  public static var outOfOrder: Self { Self(rawValue: "OUT_OF_ORDER") }

  public static var allCases: [Self] {
    [.storeClosed, .storeNotFound, .shelfNotFound, .outOfOrder]
  }

  private static let known = Set(allCases)
  public var isKnown: Bool { Self.known.contains(self) }
  public var rawValue: String
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
