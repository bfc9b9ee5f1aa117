/// Constraints that are validated before a request is sent.
public struct ParameterConstraints: Hashable, Sendable {
  /// A regular expression that matches a part of the value.
  public var pattern: String?
  /// The smallest number.
  public var minimum: Double?
  /// The largest number.
  public var maximum: Double?
  /// The shortest length of the value, in characters.
  public var minLength: Int?
  /// The longest length of the value, in characters.
  public var maxLength: Int?
  /// The smallest number of items of a list.
  public var minItems: Int?
  /// The largest number of items of a list.
  public var maxItems: Int?
  /// Whether the items of a list differ from one another.
  public var uniqueItems: Bool
  /// The accepted values; empty accepts any value.
  public var values: [String]

  /// Creates constraints.
  public init(
    pattern: String? = nil, minimum: Double? = nil, maximum: Double? = nil,
    minLength: Int? = nil, maxLength: Int? = nil, minItems: Int? = nil, maxItems: Int? = nil,
    uniqueItems: Bool = false, values: [String] = []
  ) {
    self.pattern = pattern
    self.minimum = minimum
    self.maximum = maximum
    self.minLength = minLength
    self.maxLength = maxLength
    self.minItems = minItems
    self.maxItems = maxItems
    self.uniqueItems = uniqueItems
    self.values = values
  }

  /// The reason why a number of items is invalid, as the end of a sentence; `nil` if it is valid.
  public func violation(byCount count: Int) -> String? {
    if let minItems, count < minItems { return "has fewer than \(minItems) items" }
    if let maxItems, count > maxItems { return "has more than \(maxItems) items" }
    return nil
  }

  /// The reason why a value is invalid, as the end of a sentence; `nil` if it is valid.
  public func violation(by text: String) -> String? {
    if minimum != nil || maximum != nil {
      guard text.isDecimalNumber, let number = Double(text) else { return "is not a number" }
      if let minimum, number < minimum { return "is less than the minimum \(minimum.formatted)" }
      if let maximum, number > maximum { return "is greater than the maximum \(maximum.formatted)" }
    }
    if let minLength, text.count < minLength { return "is shorter than \(minLength) characters" }
    if let maxLength, text.count > maxLength { return "is longer than \(maxLength) characters" }
    if !values.isEmpty, !values.contains(text) {
      return "is not one of \(values.joined(separator: ", "))"
    }
    if let pattern, !PatternCache.shared.match(pattern, in: text) {
      return "does not match the pattern \(pattern)"
    }
    return nil
  }
}

extension String {
  /// Whether the text is a number in decimal digits, perhaps with a fraction or an exponent; `Double` also
  /// accepts `nan`, `inf` and hexadecimal digits.
  package var isDecimalNumber: Bool {
    Double(self)?.isFinite == true
      && utf8.allSatisfy { $0.isDigit || "+-.eE".utf8.contains($0) }
  }
}

extension Double {
  /// The number without a fraction where it has none.
  package var formatted: String { Int64(exactly: self).map(String.init) ?? String(self) }
}
