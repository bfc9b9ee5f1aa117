import EndpointModel

/// A version of the API that a request asks for in place of that of its endpoint.
struct VersionOverride: Sendable {
  private let own: String
  private let other: String

  /// Creates an override; `nil` without another version.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` if the endpoint has no version, or
  ///   if the other one cannot be a part of a media type.
  init?(_ version: String?, of operation: EndpointOperation) throws(EndpointError) {
    guard let version else { return nil }
    guard let own = operation.version else {
      throw .invalidRequest(
        parameter: "apiVersion",
        reason: "has no effect, since \(operation.name) has no version; remove it")
    }
    guard !version.isEmpty, version.utf8.allSatisfy(\.isVersionCharacter) else {
      throw .invalidRequest(
        parameter: "apiVersion",
        reason: "can contain only ASCII letters, digits, '.', '-' and '_', as in \(own)")
    }
    self.own = own
    other = version
  }

  /// Returns media types with the other version.
  func applied(to mediaTypes: String) -> String { mediaTypes.replacing(own, with: other) }
}

extension UInt8 {
  fileprivate var isVersionCharacter: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
