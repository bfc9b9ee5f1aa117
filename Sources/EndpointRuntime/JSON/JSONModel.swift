import Foundation

/// A type of an API whose values are sent and received as JSON.
///
/// Two values are equal if their properties are.
public protocol JSONModel: JSONValue, CustomDebugStringConvertible, Hashable {
  /// Reads the fields of an object.
  @_spi(Generated) init(fields: inout FieldReader)

  /// Writes the fields of an object.
  @_spi(Generated) func write(fields: inout JSONWriter)

  /// The names of the properties that are secrets. Defaults to none.
  @_spi(Generated) static var sensitiveProperties: Set<String> { get }
}

extension JSONModel {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) {
    var fields = FieldReader(json)
    self.init(fields: &fields)
  }

  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) {
    guard json.begin("{") else { return json.fail(self, JSONWriter.depthProblem) }
    write(fields: &json)
    json.end("}")
  }

  /// Returns whether the properties of two values are equal.
  public static func == (first: Self, second: Self) -> Bool {
    FieldRecorder.areEqual(first, second)
  }

  /// Hashes the properties.
  public func hash(into hasher: inout Hasher) { FieldRecorder.hash(self, into: &hasher) }

  /// No properties.
  @_spi(Generated) public static var sensitiveProperties: Set<String> { [] }

  /// The type with the properties that are not `nil`, without the values of secrets.
  public var debugDescription: String {
    let properties = Mirror(reflecting: self).children.compactMap { child -> String? in
      guard let name = child.label else { return nil }
      if let optional = child.value as? any OptionalProperty, optional.isNil { return nil }
      if Self.sensitiveProperties.contains(name) { return "\(name): <redacted>" }
      return "\(name): \((child.value as? any OptionalProperty)?.wrapped ?? child.value)"
    }
    return "\(Self.self)(\(properties.joined(separator: ", ")))"
  }
}

/// An optional property.
private protocol OptionalProperty {
  var isNil: Bool { get }
  var wrapped: Any? { get }
}

extension Optional: OptionalProperty {
  fileprivate var isNil: Bool { if case .none = self { true } else { false } }
  fileprivate var wrapped: Any? { self }
}
