import EndpointModel

extension String: AttributeValue {
  static let form = AttributeForm.text

  init(_ attribute: XMLAttribute) throws(AttributeProblem) { self = attribute.value }
}

extension Bool: AttributeValue {
  static let form = AttributeForm.bool

  init(_ attribute: XMLAttribute) throws(AttributeProblem) {
    switch attribute.value {
    case "true": self = true
    case "false": self = false
    default:
      throw AttributeProblem(
        message:
          "attribute '\(attribute.name)' must be 'true' or 'false', not '\(attribute.value)'",
        location: attribute.valueLocation)
    }
  }
}

extension Int: AttributeValue {
  static let form = AttributeForm.integer

  init(_ attribute: XMLAttribute) throws(AttributeProblem) {
    guard let value = Int(attribute.value) else {
      throw AttributeProblem(
        message: "attribute '\(attribute.name)' must be an integer, not '\(attribute.value)'",
        location: attribute.valueLocation)
    }
    self = value
  }
}

extension Double: AttributeValue {
  static let form = AttributeForm.number

  init(_ attribute: XMLAttribute) throws(AttributeProblem) {
    guard attribute.value.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil,
      let value = Double(attribute.value)
    else {
      throw AttributeProblem(
        message: "attribute '\(attribute.name)' must be a number, not '\(attribute.value)'",
        location: attribute.valueLocation)
    }
    self = value
  }
}

/// Words that are separated by white space.
struct WordList: AttributeValue {
  static let form = AttributeForm.text

  let words: [(text: String, location: SourceLocation)]

  init(_ attribute: XMLAttribute) throws(AttributeProblem) {
    words = attribute.value.split(whereSeparator: \.isWhitespace).map { word in
      (String(word), attribute.location(at: word.startIndex))
    }
  }

  var texts: [String] { words.map(\.text) }
}

/// A value that is one of several known words.
protocol ChoiceValue: AttributeValue, CaseIterable, RawRepresentable where RawValue == String {
  /// Returns the description of an unknown word, without suggestions.
  static func unknown(_ word: String, known: [String]) -> String
}

extension ChoiceValue {
  static var form: AttributeForm { .choice(allCases.map(\.rawValue)) }

  init(_ attribute: XMLAttribute) throws(AttributeProblem) {
    guard let value = Self(rawValue: attribute.value) else {
      let known = Self.allCases.map(\.rawValue)
      throw AttributeProblem(
        message: Self.unknown(attribute.value, known: known)
          + Suggestion.among(known, for: attribute.value),
        location: attribute.valueLocation)
    }
    self = value
  }
}

extension TimeUnit: ChoiceValue {
  static func unknown(_ word: String, known: [String]) -> String {
    "unknown unit '\(word)'; write one of \(known.joined(separator: ", "))"
  }
}

extension AuthenticationScheme: ChoiceValue {
  static func unknown(_ word: String, known: [String]) -> String {
    "unknown authentication scheme '\(word)'; known are: \(known.joined(separator: ", "))"
  }
}

/// The authentication of an endpoint that differs from that of its API.
enum EndpointAuthentication: String, ChoiceValue, CaseIterable {
  case none

  static func unknown(_ word: String, known: [String]) -> String {
    "unknown authentication '\(word)'; write none, or leave it out to use that of the <api>"
  }
}

extension FieldAccess: ChoiceValue {
  static func unknown(_ word: String, known: [String]) -> String {
    "unknown access '\(word)'; write one of \(known.joined(separator: ", "))"
  }
}

/// The methods of endpoints.
enum MethodName: String, ChoiceValue, CaseIterable {
  case delete = "DELETE"
  case get = "GET"
  case head = "HEAD"
  case options = "OPTIONS"
  case patch = "PATCH"
  case post = "POST"
  case put = "PUT"

  /// Whether requests have no effect.
  var isReading: Bool { self == .get || self == .head }

  static func unknown(_ word: String, known: [String]) -> String {
    "unknown method '\(word)'; write one of \(known.joined(separator: ", "))"
  }
}
