import Synchronization

/// Regular expressions, each compiled once for all requests.
final class PatternCache: Sendable {
  /// The regular expressions of all parameters.
  static let shared = PatternCache { try? Regex($0) }

  private let compile: @Sendable (String) -> sending Regex<AnyRegexOutput>?
  private let compiled = Mutex<[String: Regex<AnyRegexOutput>?]>([:])

  /// Creates a cache.
  ///
  /// - Parameter compile: Compiles a pattern; `nil` for an invalid one.
  init(compile: @escaping @Sendable (String) -> sending Regex<AnyRegexOutput>?) {
    self.compile = compile
  }

  /// Whether a pattern is found in a text; an invalid one rejects nothing.
  func match(_ pattern: String, in text: String) -> Bool {
    compiled.withLock { compiled in
      if let regex = compiled[pattern] { return regex.map { text.contains($0) } ?? true }
      let regex = compile(pattern)
      compiled[pattern] = .some(regex)
      return regex.map { text.contains($0) } ?? true
    }
  }
}
