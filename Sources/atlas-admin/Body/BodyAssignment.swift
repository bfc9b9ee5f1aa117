import EndpointRuntime
import Foundation

/// An assignment to a property of the body: `name=value`, or `name:=JSON`.
struct BodyAssignment {
  /// What is assigned.
  enum Value {
    /// A text, converted to the type of the property.
    case text(String)
    /// Any JSON, which is not checked.
    case json(JSON)
  }

  let path: FieldPath
  let value: Value

  /// Creates an assignment of its text.
  ///
  /// - Throws: A usage failure for another form.
  init(_ text: String) throws {
    guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
      throw CommandFailure(
        .usage, "--set '\(text)': write NAME=VALUE, such as name=Orders, or NAME:=JSON")
    }
    let isJSON = text[text.index(before: sign)] == ":"
    path = try FieldPath(String(text[..<(isJSON ? text.index(before: sign) : sign)]))
    let value = String(text[text.index(after: sign)...])
    guard isJSON else {
      self.value = .text(value)
      return
    }
    do {
      try JSONSyntax.check(Data(value.utf8))
    } catch {
      throw CommandFailure(.usage, "--set \(path):= needs JSON: \(error)")
    }
    guard let json = JSONCoding.document(Data(value.utf8)) else {
      throw CommandFailure(
        .usage, "--set \(path):= is nested too deeply or has a number out of range")
    }
    self.value = .json(json)
  }
}
