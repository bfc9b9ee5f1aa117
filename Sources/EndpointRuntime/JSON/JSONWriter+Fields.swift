public import EndpointModel
public import Foundation

// Fields that are `nil` are not written.
extension JSONWriter {
  /// Writes a field.
  public mutating func set<Value: JSONValue>(_ name: StaticString, _ value: Value?) {
    guard let value else { return }
    if beginField(name, value) { value.write(to: &self) }
  }

  /// Writes a field with a list.
  public mutating func set<Element: JSONValue>(list name: StaticString, _ value: [Element]?) {
    guard let value else { return }
    if beginField(name, value) { write(elements: value) }
  }

  /// Writes a field with a string.
  public mutating func set(string name: StaticString, _ value: String?) {
    guard let value else { return }
    if beginField(name, value) { write(string: value) }
  }

  /// Writes a field with an identifier.
  public mutating func set(objectID name: StaticString, _ value: ObjectID?) {
    set(string: name, value?.rawValue)
  }

  /// Writes a field with an integer.
  public mutating func set(int name: StaticString, _ value: Int?) {
    guard let value else { return }
    if beginField(name, value) { write(integer: Int64(value)) }
  }

  /// Writes a field with a number.
  public mutating func set(double name: StaticString, _ value: Double?) {
    guard let value else { return }
    if beginField(name, value) { write(double: value) }
  }

  /// Writes a field with a Boolean.
  public mutating func set(bool name: StaticString, _ value: Bool?) {
    guard let value else { return }
    if beginField(name, value) { write(bool: value) }
  }

  /// Writes a field with a date.
  public mutating func set(date name: StaticString, _ value: Date?) {
    guard let value else { return }
    if beginField(name, value) { value.write(to: &self) }
  }

  /// Writes a field with the number of units since 1970.
  public mutating func set(date name: StaticString, _ value: Date?, in unit: TimeUnit) {
    set(name, TimeCount(value, in: unit))
  }

  /// Writes a field with the number of units in a duration.
  public mutating func set(duration name: StaticString, _ value: Duration?, in unit: TimeUnit) {
    set(name, TimeCount(value, in: unit))
  }

  /// Writes a field; `nil` is null.
  public mutating func setNullable<Value: JSONValue>(_ name: StaticString, _ value: Value?) {
    set(name, value.map(Nullable.value) ?? Nullable.null)
  }

  /// Writes the field that selects the variant of a union. The variant's own field is then not written.
  public mutating func set(discriminator name: StaticString, _ value: StaticString) {
    set(string: name, value.description)
    discriminators.append(name.description)
  }

  /// Writes all fields of an unknown variant of a union.
  public mutating func set(all json: JSON) {
    guard case .object(let members) = json else {
      return fail(json, "a variant of a union is an object")
    }
    set(members: members)
  }

  /// Writes fields in the order of their names.
  mutating func set<Value: JSONValue>(members: [String: Value]) {
    guard encoder == nil else {
      return attempt { writer in
        for (name, value) in members where !writer.discriminators.contains(name) {
          try writer.container?.encode(Coded(value), forKey: FieldName(stringValue: name))
        }
      }
    }
    let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (name, value) in sorted where !discriminators.contains(name) {
      separate()
      write(string: name)
      bytes.append(UInt8(ascii: ":"))
      value.write(to: &self)
    }
  }

  /// Writes the name of a field; returns `false` if there is nothing else to write.
  private mutating func beginField<Value: JSONValue>(
    _ name: StaticString, _ value: @autoclosure () -> Value
  ) -> Bool {
    if !discriminators.isEmpty, discriminators.contains(name.description) { return false }
    guard encoder == nil else {
      attempt {
        try $0.container?.encode(
          Coded(value()), forKey: FieldName(stringValue: name.description))
      }
      return false
    }
    separate()
    name.withUTF8Buffer { append(quoting: $0) }
    bytes.append(UInt8(ascii: ":"))
    return true
  }
}
