public import EndpointModel
public import Foundation

// Fields that are `nil` are not written.
extension JSONWriter {
  /// Writes a field.
  public mutating func set<Value: JSONValue>(_ name: StaticString, _ value: Value?) {
    guard let value else { return }
    if begin(name) { value.write(to: &self) } else { code(name, value) }
  }

  /// Writes a field with a list.
  public mutating func set<Element: JSONValue>(list name: StaticString, _ value: [Element]?) {
    guard let value else { return }
    if begin(name) { write(elements: value) } else { code(name, value) }
  }

  /// Writes a field with a string.
  public mutating func set(string name: StaticString, _ value: String?) {
    guard let value else { return }
    if begin(name) { write(string: value) } else { code(name, value) }
  }

  /// Writes a field with an identifier.
  public mutating func set(objectID name: StaticString, _ value: ObjectID?) {
    set(string: name, value?.rawValue)
  }

  /// Writes a field with an integer.
  public mutating func set(int name: StaticString, _ value: Int?) {
    guard let value else { return }
    if begin(name) { write(integer: Int64(value)) } else { code(name, value) }
  }

  /// Writes a field with a number.
  public mutating func set(double name: StaticString, _ value: Double?) {
    guard let value else { return }
    if begin(name) { write(double: value) } else { code(name, value) }
  }

  /// Writes a field with a Boolean.
  public mutating func set(bool name: StaticString, _ value: Bool?) {
    guard let value else { return }
    if begin(name) { write(bool: value) } else { code(name, value) }
  }

  /// Writes a field with a date.
  public mutating func set(date name: StaticString, _ value: Date?) {
    guard let value else { return }
    if begin(name) { value.write(to: &self) } else { code(name, value) }
  }

  /// Writes a field with the number of units since 1970.
  public mutating func set(date name: StaticString, _ value: Date?, in unit: TimeUnit) {
    guard recorder == nil else { return set(date: name, value) }
    set(name, TimeCount(value, in: unit))
  }

  /// Writes a field with the number of units in a duration.
  public mutating func set(duration name: StaticString, _ value: Duration?, in unit: TimeUnit) {
    guard recorder == nil else {
      guard let value else { return }
      divert(.name(name))
      return divert(.duration(value))
    }
    set(name, TimeCount(value, in: unit))
  }

  /// Writes a field; `nil` is null.
  public mutating func setNullable<Value: JSONValue>(_ name: StaticString, _ value: Value?) {
    set(name, value.map(Nullable.value) ?? Nullable.null)
  }

  /// Writes the field that selects the variant of a union. The variant's own field is then not written.
  public mutating func set(discriminator name: StaticString, _ value: StaticString) {
    set(string: name, value.description)
    leaveOut(name)
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
    guard coder == nil else {
      for (name, value) in members where !isLeftOut(name) {
        code { try $0.fields.encode(Coded(value), forKey: FieldName(stringValue: name)) }
      }
      return
    }
    let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (name, value) in sorted where !isLeftOut(name) {
      separate()
      write(string: name)
      if recorder == nil { bytes.append(UInt8(ascii: ":")) }
      value.write(to: &self)
    }
  }

  /// Writes the name of a field; returns `false` if no bytes are to be written.
  private mutating func begin(_ name: StaticString) -> Bool {
    guard coder == nil, !isLeftOut(name.description) else { return false }
    guard recorder == nil else {
      divert(.name(name))
      return true
    }
    separate()
    name.withUTF8Buffer { append(quoting: $0) }
    bytes.append(UInt8(ascii: ":"))
    return true
  }

  /// Writes a field to the encoder, if there is one.
  @inline(never) private mutating func code<Value: JSONValue>(_ name: StaticString, _ value: Value)
  {
    guard coder != nil, !isLeftOut(name.description) else { return }
    code { try $0.fields.encode(Coded(value), forKey: FieldName(stringValue: name.description)) }
  }
}
