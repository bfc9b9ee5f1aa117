package import EndpointRuntime

extension JSON {
  /// The paths at which two documents differ.
  package func differences(from other: JSON, at path: String = "") -> [String] {
    switch (self, other) {
    case (.object(let own), .object(let others)):
      // Null is as good as absence, unless the definition says otherwise.
      Set(own.keys).union(others.filter { $0.value != .null }.keys).sorted().flatMap { name in
        guard let a = own[name], let b = others[name] else { return ["\(path)/\(name)"] }
        return a.differences(from: b, at: "\(path)/\(name)")
      }
    case (.array(let own), .array(let others)) where own.count == others.count:
      zip(own, others).flatMap { $0.differences(from: $1, at: "\(path)[]") }
    default: self == other ? [] : ["\(path): \(self) instead of \(other)"]
    }
  }
}
