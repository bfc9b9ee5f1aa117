import HTTPTypes

/// The host of an authority.
struct Host {
  /// The name or address, without a port and without brackets.
  let name: String

  init(authority: String) {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      name = String(authority[authority.index(after: authority.startIndex)..<end]).lowercased()
    } else {
      name = String(authority.prefix { $0 != ":" }).lowercased()
    }
  }

  /// Whether it is the loopback interface.
  var isLoopback: Bool {
    if name == "localhost" || name == "::1" { return true }
    let numbers = name.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }
}

extension Host {
  /// Checks that credentials may be sent with a request.
  ///
  /// - Throws: ``AuthenticationError`` for plain HTTP to another host.
  static func checkSafety(of request: HTTPRequest, allowsInsecureHTTP: Bool) throws {
    if request.scheme == "https" || allowsInsecureHTTP { return }
    let host = Host(authority: request.authority ?? "")
    guard host.isLoopback else {
      throw AuthenticationError(reason: .insecureConnection(host: host.name))
    }
  }
}
