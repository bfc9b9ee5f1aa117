import EndpointModel
import Foundation

/// The query of a request, without percent-encoding.
public struct Query: Sendable {
  private var items: [(name: String, value: String)]

  /// Parses the query of a request-target.
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

  /// Returns the first value of a parameter.
  public subscript(name: String) -> String? { items.first { $0.name == name }?.value }

  /// Returns all values of a parameter, in the order of the query.
  public func values(_ name: String) -> [String] {
    items.filter { $0.name == name }.map(\.value)
  }

  /// Whether a Boolean parameter is `true`. It defaults to `false`.
  func isOn(_ name: String) -> Bool { self[name] == "true" }

  /// Returns the query with one value of a parameter instead of its values.
  func setting(_ name: String, to value: String) -> Query {
    var query = self
    query.items.removeAll { $0.name == name }
    query.items.append((name, value))
    return query
  }

  /// The query with percent-encoding.
  var percentEncoded: String {
    items.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
  }

  static func decoded(_ text: Substring) -> String {
    let spaced = String(text.replacing("+", with: " "))
    return spaced.removingPercentEncoding ?? spaced
  }
}
