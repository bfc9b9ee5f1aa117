import Synchronization

/// What a parameter's value must be like, so that the server need not be asked.
public struct ParameterConstraints: Hashable, Sendable {
  /// A regular expression that is found in the value's text.
  public var pattern: String?
  /// The least number.
  public var minimum: Double?
  /// The greatest number.
  public var maximum: Double?
  /// The least length of the value's text, in characters.
  public var minLength: Int?
  /// The greatest length of the value's text, in characters.
  public var maxLength: Int?
  /// The only texts that are accepted; empty where any is.
  public var values: [String]

  /// Makes constraints.
  public init(
    pattern: String? = nil, minimum: Double? = nil, maximum: Double? = nil,
    minLength: Int? = nil, maxLength: Int? = nil, values: [String] = []
  ) {
    self.pattern = pattern
    self.minimum = minimum
    self.maximum = maximum
    self.minLength = minLength
    self.maxLength = maxLength
    self.values = values
  }

  /// What is wrong with a value's text, as the end of a sentence; nothing if nothing is.
  public func violation(by text: String) -> String? {
    if minimum != nil || maximum != nil {
      guard let number = Double(text) else { return "is not a number" }
      if let minimum, number < minimum { return "is less than the minimum \(minimum.formatted)" }
      if let maximum, number > maximum { return "is greater than the maximum \(maximum.formatted)" }
    }
    if let minLength, text.count < minLength { return "is shorter than \(minLength) characters" }
    if let maxLength, text.count > maxLength { return "is longer than \(maxLength) characters" }
    if !values.isEmpty, !values.contains(text) {
      return "is not one of \(values.joined(separator: ", "))"
    }
    if let pattern, !Patterns.shared.match(pattern, in: text) {
      return "does not match the pattern \(pattern)"
    }
    return nil
  }
}

/// The regular expressions of all parameters, each compiled once.
private final class Patterns: Sendable {
  static let shared = Patterns()

  private let compiled = Mutex<[String: Regex<AnyRegexOutput>]>([:])

  /// Whether a pattern is found in a text; one that is invalid rejects nothing.
  func match(_ pattern: String, in text: String) -> Bool {
    compiled.withLock { compiled in
      guard let regex = compiled[pattern] ?? (try? Regex(pattern)) else { return true }
      compiled[pattern] = regex
      return text.firstMatch(of: regex) != nil
    }
  }
}

extension Double {
  /// The number without a fraction where it has none.
  fileprivate var formatted: String { Int64(exactly: self).map(String.init) ?? String(self) }
}
