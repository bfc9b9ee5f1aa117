import Foundation
import NIOCore

/// An entry of `NO_PROXY`: `*`, a host with its subdomains, an address, or a block of addresses
/// such as `10.0.0.0/8`, with an optional port.
struct ProxyException {
  private enum Kind {
    case any
    case domain(String)
    case addresses(IPAddress, prefix: Int)
  }

  private let kind: Kind
  private let port: String?

  init(_ entry: String) {
    let parts = entry.split(separator: "/", maxSplits: 1).map(String.init)
    if parts.count == 2, let address = IPAddress(parts[0]), let prefix = Int(parts[1]) {
      kind = .addresses(address, prefix: prefix)
      port = nil
    } else if let address = IPAddress(entry) {
      kind = .addresses(address, prefix: 8 * address.bytes.count)
      port = nil
    } else {
      let entry = HostAndPort(entry)
      port = entry.port
      if let address = IPAddress(entry.host) {
        kind = .addresses(address, prefix: 8 * address.bytes.count)
      } else {
        let name = entry.host.drop { $0 == "*" || $0 == "." }
        kind = entry.host == "*" ? .any : .domain(String(name))
      }
    }
  }

  func matches(_ host: HostAndPort, scheme: String) -> Bool {
    if let port, port != host.port ?? (scheme == "https" ? "443" : "80") { return false }
    switch kind {
    case .any: return true
    case .domain(let name): return host.host == name || host.host.hasSuffix("." + name)
    case .addresses(let address, let prefix):
      return IPAddress(host.host)?.isWithin(address, prefix: prefix) == true
    }
  }
}

/// The bytes of an IPv4 or IPv6 address.
struct IPAddress: Equatable {
  let bytes: [UInt8]

  /// Reads an address; `nil` for anything else.
  init?(_ text: String) {
    guard let address = try? SocketAddress(ipAddress: text, port: 0) else { return nil }
    switch address {
    case .v4(let address):
      bytes = withUnsafeBytes(of: address.address.sin_addr) { Array($0) }
    case .v6(let address):
      bytes = withUnsafeBytes(of: address.address.sin6_addr) { Array($0) }
    case .unixDomainSocket: return nil
    }
  }

  var isLoopback: Bool {
    bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
  }

  /// Whether the first bits are those of another address.
  func isWithin(_ other: IPAddress, prefix: Int) -> Bool {
    guard bytes.count == other.bytes.count, (0...8 * bytes.count).contains(prefix) else {
      return false
    }
    return zip(bytes, other.bytes).enumerated().allSatisfy { index, pair in
      let bits = min(max(prefix - 8 * index, 0), 8)
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> bits)
      return pair.0 & mask == pair.1 & mask
    }
  }
}
