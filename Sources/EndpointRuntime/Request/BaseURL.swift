import EndpointModel
import Foundation

/// The absolute URL that an API's paths are appended to.
struct BaseURL: Hashable, Sendable {
  /// `https` or `http`.
  let scheme: String
  /// Host and port as the URL writes them, for the `Host` field.
  let authority: String
  /// The path without a slash at its end; empty for the root.
  let path: String

  /// Reads a URL.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` naming the base URL and what is wrong.
  init(_ text: String) throws(EndpointError) {
    guard let schemeEnd = text.firstRange(of: "://") else {
      throw Self.problem("is not an absolute URL: it must begin with https:// or http://")
    }
    let scheme = text[..<schemeEnd.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" else {
      throw Self.problem("must begin with https:// or http://")
    }
    let rest = text[schemeEnd.upperBound...]
    let pathStart = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<pathStart]
    guard !authority.contains("@") else {
      throw Self.problem("must not contain credentials: hand them to the authenticator")
    }
    try Self.check(authority)
    self.scheme = scheme
    self.authority = String(authority)
    var path = rest[pathStart...]
    while path.hasSuffix("/") { path.removeLast() }
    guard RequestTarget.isOriginForm("/" + path), !path.contains("?") else {
      throw Self.problem("must not have a query, a fragment, or characters to be percent-encoded")
    }
    self.path = String(path)
  }

  /// Reports an invalid host or port.
  private static func check(_ authority: Substring) throws(EndpointError) {
    let host: Substring
    let afterHost: Substring
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      host = authority[..<end].dropFirst()
      afterHost = authority[end...].dropFirst()
      guard host.contains(":"), host.utf8.allSatisfy({ $0.isHexDigit || $0 == 0x3A || $0 == 0x2E })
      else { throw problem("has a malformed IPv6 address") }
    } else {
      host = authority.prefix { $0 != ":" }
      afterHost = authority[host.endIndex...]
      guard !host.isEmpty else { throw problem("names no host") }
      guard host.utf8.allSatisfy({ $0.isUnreserved }) else {
        throw problem("has a host with characters that no host name has")
      }
    }
    if afterHost.isEmpty { return }
    guard afterHost.first == ":", UInt16(afterHost.dropFirst()) ?? 0 > 0 else {
      throw problem("has an invalid port; write a number from 1 to 65535")
    }
  }

  private static func problem(_ reason: String) -> EndpointError {
    .invalidRequest(parameter: "base URL", reason: reason)
  }

  /// The path that an endpoint's own is appended to.
  ///
  /// - Parameter declared: The API's base URL as its definition says, whose path an endpoint's base
  ///   path replaces; what a proxy has put before it stays.
  func path(replacedBy basePath: String?, declared: String) -> String {
    guard let basePath else { return path }
    let own = URLComponents(string: declared)?.percentEncodedPath ?? ""
    return (path.hasSuffix(own) ? String(path.dropLast(own.count)) : path) + basePath
  }
}
