import EndpointRuntime
import Foundation

/// The proxies of an environment, and the hosts without one.
///
/// `HTTPS_PROXY` and `HTTP_PROXY`, or preferably their names in lower case, are the URLs of HTTP
/// proxies for requests over https and http. `HTTP_PROXY` is ignored if `REQUEST_METHOD` is set,
/// since the client of a CGI program can set it. Loopback never uses a proxy.
struct ProxySettings: Sendable {
  private let environment: [String: String]
  private let exceptions: [ProxyException]

  init(_ environment: [String: String]) {
    self.environment = environment
    let list = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
    exceptions = list.split { $0 == "," || $0.isWhitespace }.map { ProxyException(String($0)) }
  }

  /// Returns the proxy for a request; `nil` for none.
  ///
  /// - Throws: ``EndpointError/configuration(setting:reason:)`` with the variable that is not a URL
  ///   of an HTTP proxy.
  func proxy(scheme: String, authority: String) throws -> Proxy? {
    guard let name = variable(for: scheme), let value = environment[name], !value.isEmpty else {
      return nil
    }
    let host = HostAndPort(authority)
    guard !host.isLoopback, !exceptions.contains(where: { $0.matches(host, scheme: scheme) })
    else { return nil }
    guard let proxy = Proxy(value) else {
      throw EndpointError.configuration(
        setting: name,
        reason: "is not the URL of an HTTP proxy; write a URL such as http://proxy.example.com:8080"
      )
    }
    return proxy
  }

  private func variable(for scheme: String) -> String? {
    if scheme == "https" {
      return environment["https_proxy"] == nil ? "HTTPS_PROXY" : "https_proxy"
    }
    if environment["http_proxy"] != nil { return "http_proxy" }
    return environment["REQUEST_METHOD"] == nil ? "HTTP_PROXY" : nil
  }
}

/// An HTTP proxy. The description does not contain the password.
struct Proxy: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  let host: String
  let port: Int
  let username: String?
  let password: String?

  /// Parses a URL such as `http://user:password@proxy.example.com:8080`. The scheme is optional.
  init?(_ text: String) {
    let url = text.contains("://") ? text : "http://" + text
    guard let components = URLComponents(string: url), components.scheme?.lowercased() == "http",
      let host = components.host, !host.isEmpty, components.path.allSatisfy({ $0 == "/" }),
      components.query == nil, (1...65_535).contains(components.port ?? 80)
    else { return nil }
    self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    port = components.port ?? 80
    username = components.user
    password = components.password
  }

  var description: String { "\(host):\(port)" }
  var customMirror: Mirror { Mirror(self, children: ["proxy": description]) }
}

/// The host and the port of an authority.
struct HostAndPort {
  let host: String
  let port: String?

  init(_ authority: String) {
    let text = authority.lowercased()
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      host = String(text[text.index(after: text.startIndex)..<end])
      let rest = text[end...].dropFirst()
      port = rest.first == ":" ? String(rest.dropFirst()) : nil
    } else {
      let parts = text.split(separator: ":", maxSplits: 1)
      host = String(parts.first ?? "")
      port = parts.count > 1 ? String(parts[1]) : nil
    }
  }

  var isLoopback: Bool {
    host == "localhost" || host.hasSuffix(".localhost")
      || IPAddress(host).map(\.isLoopback) == true
  }
}
