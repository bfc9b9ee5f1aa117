import EndpointRuntime

/// A path to a value in a JSON document, such as `regions[0].name`.
struct FieldPath: Hashable, CustomStringConvertible {
  /// A step of a path.
  enum Step: Hashable {
    case name(String)
    case index(Int)
  }

  var steps: [Step]

  /// Creates a path of its text. A backslash before a dot or a bracket makes it a part of the name.
  ///
  /// - Throws: A usage failure that names the location of a mistake.
  init(_ text: String) throws {
    steps = []
    var name = ""
    var isName = true
    var rest = text[...]
    func problem(_ what: String) -> CommandFailure {
      let column = text.distance(from: text.startIndex, to: rest.startIndex) + 1
      return CommandFailure(.usage, "'\(text)' is not a path: column \(column): \(what)")
    }
    func finishName() throws {
      guard isName else { return }
      guard !name.isEmpty else { throw problem("expected a name") }
      steps.append(.name(name))
      name = ""
    }
    if text.hasPrefix("[") { isName = false }
    while let character = rest.first {
      switch character {
      case "\\":
        rest = rest.dropFirst()
        guard isName, let escaped = rest.first else { throw problem("expected '.' or '['") }
        name.append(escaped)
      case ".":
        try finishName()
        isName = true
      case "[":
        try finishName()
        isName = false
        let digits = rest.dropFirst().prefix { $0 != "]" }
        guard let index = Int(digits), index >= 0, index < 10_000,
          rest.dropFirst(digits.count + 1).first == "]"
        else { throw problem("expected an index in brackets, such as [0]") }
        steps.append(.index(index))
        rest = rest.dropFirst(digits.count + 1)
      default:
        guard isName else { throw problem("expected '.' or '['") }
        name.append(character)
      }
      rest = rest.dropFirst()
    }
    try finishName()
  }

  /// Creates a path of its steps.
  init(steps: [Step]) { self.steps = steps }

  /// Returns the path to a field of the value.
  func appending(_ name: String) -> FieldPath { FieldPath(steps: steps + [.name(name)]) }

  var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .name(let name):
        if !text.isEmpty { text += "." }
        for character in name {
          if ".[\\".contains(character) { text += "\\" }
          text.append(character)
        }
      case .index(let index): text += "[\(index)]"
      }
    }
  }

  /// Returns the value in a document; `nil` if there is none.
  func value(in document: JSON) -> JSON? {
    var value = document
    for step in steps {
      switch step {
      case .name(let name):
        guard let member = value[name] else { return nil }
        value = member
      case .index(let index):
        guard let elements = value.array, index < elements.count else { return nil }
        value = elements[index]
      }
    }
    return value
  }
}
