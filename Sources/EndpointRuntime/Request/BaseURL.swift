import EndpointModel

/// The URL that the paths of an API are appended to.
///
/// A URL without a path, such as `https://cloud.mongodbgov.com`, names a host: the path of the API is
/// added to it. A URL with a path replaces the whole base URL of the definition.
public struct BaseURL: Hashable, Sendable, CustomStringConvertible {
  /// The scheme: `https` or `http`.
  let scheme: String
  /// The host and the port, as in the URL.
  let authority: String
  /// The path without a slash at its end; empty for the root.
  let path: String
  /// Whether the base path of an API is appended to the path.
  private var isHost: Bool

  /// The URL.
  public var description: String { "\(scheme)://\(authority)\(path)" }

  /// Creates a base URL.
  ///
  /// - Parameter text: An absolute URL by `https` or `http`, without a query.
  /// - Throws: ``EndpointError/configuration(setting:reason:)``, which describes what is invalid.
  public init(_ text: String) throws {
    self = try Self.parsed(text)
  }

  /// Creates a base URL of parts that are known to be valid.
  package init(scheme: String = "https", authority: String, path: String = "") {
    self.init(scheme: scheme, authority: authority, path: path, isHost: path.isEmpty)
  }

  static func parsed(_ text: String) throws(EndpointError) -> BaseURL {
    guard let schemeEnd = text.firstRange(of: "://") else {
      throw problem("is not an absolute URL; begin it with https:// or http://")
    }
    let scheme = text[..<schemeEnd.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" else {
      throw problem("must begin with https:// or http://")
    }
    let rest = text[schemeEnd.upperBound...]
    let pathStart = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<pathStart]
    guard !authority.contains("@") else {
      throw problem("must not contain credentials; give them to the authenticator")
    }
    try check(authority)
    var path = rest[pathStart...]
    while path.hasSuffix("/") { path.removeLast() }
    guard RequestTarget.isOriginForm("/" + path), !path.contains("?") else {
      throw problem("must not have a query, a fragment, or characters to be percent-encoded")
    }
    return BaseURL(
      scheme: scheme, authority: String(authority), path: String(path), isHost: path.isEmpty)
  }

  private init(scheme: String, authority: String, path: String, isHost: Bool) {
    self.scheme = scheme
    self.authority = authority
    self.path = path
    self.isHost = isHost
  }

  /// Throws an error for an invalid host or port.
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
        throw problem("contains characters that are invalid in a host name")
      }
    }
    if afterHost.isEmpty { return }
    guard afterHost.first == ":", UInt16(afterHost.dropFirst()) ?? 0 > 0 else {
      throw problem("has an invalid port; write a number from 1 to 65535")
    }
  }

  private static func problem(_ reason: String) -> EndpointError {
    .configuration(setting: "base URL", reason: reason)
  }

  /// Returns the path to which the path of an endpoint is appended.
  ///
  /// - Parameters:
  ///   - declared: The path of the base URL that the definition of the API declares.
  ///   - basePath: The path that replaces it for the endpoint. The prefix of a proxy is kept.
  func path(declared: String, basePath: String?) -> String {
    if isHost { return path + (basePath ?? declared) }
    guard let basePath else { return path }
    return (path.hasSuffix(declared) ? String(path.dropLast(declared.count)) : path) + basePath
  }

  /// Returns the URL as a prefix of several APIs, each of which appends its base path.
  ///
  /// - Parameter root: The beginning of the base paths, such as `/api/atlas`. It is removed from
  ///   the end of the URL with everything after it.
  package func host(of root: String) -> BaseURL {
    let prefix = path.ranges(of: root).last { range in
      range.upperBound == path.endIndex || path[range.upperBound] == "/"
    }
    return BaseURL(
      scheme: scheme, authority: authority,
      path: String(path[..<(prefix?.lowerBound ?? path.endIndex)]),
      isHost: true)
  }
}
