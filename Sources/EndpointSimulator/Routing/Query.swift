import Foundation

/// The query of a request, without percent-encoding.
public struct Query: Sendable {
  private let items: [(name: String, value: String)]

  /// Reads the query of a request-target.
  init(target: String) {
    guard let mark = target.firstIndex(of: "?") else {
      items = []
      return
    }
    items = target[target.index(after: mark)...].split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
    }
  }

  /// The first value of a parameter.
  public subscript(name: String) -> String? { items.first { $0.name == name }?.value }

  /// Whether a Boolean parameter is on; it is off unless it is given.
  func isOn(_ name: String) -> Bool { self[name]?.lowercased() == "true" }

  private static func decoded(_ text: Substring) -> String {
    let spaced = String(text.replacing("+", with: " "))
    return spaced.removingPercentEncoding ?? spaced
  }
}
