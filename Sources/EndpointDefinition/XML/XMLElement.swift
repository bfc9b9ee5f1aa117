/// An element of a definition file.
final class XMLElement {
  private(set) var name: String
  let namespace: String?
  /// The location of the `<`.
  let location: SourceLocation
  private(set) var attributes: [XMLAttribute]
  private(set) var children: [XMLElement] = []
  /// The text of the element without that of its children.
  private(set) var text = ""
  /// The location of the first character of the text that is not white space.
  private(set) var textLocation: SourceLocation?

  init(
    name: String, namespace: String?, location: SourceLocation, attributes: [XMLAttribute]
  ) {
    self.name = name
    self.namespace = namespace
    self.location = location
    self.attributes = attributes
  }

  func append(_ child: XMLElement) { children.append(child) }

  func append(text part: String, at location: @autoclosure () -> SourceLocation) {
    if textLocation == nil, !part.allSatisfy(\.isWhitespace) { textLocation = location() }
    text += part
  }

  /// Replaces a misspelled name.
  func rename(to name: String) { self.name = name }

  /// Replaces misspelled attributes.
  func replaceAttributes(with attributes: [XMLAttribute]) { self.attributes = attributes }

  /// Returns the attribute with a name.
  subscript(_ name: String) -> XMLAttribute? { attributes.first { $0.name == name } }

  /// Returns the first child with a name.
  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// Returns the children with a name.
  func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}

/// An attribute of an element.
struct XMLAttribute {
  var name: String
  /// The value, with references replaced.
  private(set) var value: String
  /// The location of the name.
  let location: SourceLocation
  /// The location of the first character of the value.
  let valueLocation: SourceLocation
  /// Whether the value is written on one line without references, so that the locations of its
  /// characters are known.
  private(set) var isLiteral: Bool

  /// Encloses the value in other text.
  mutating func enclose(in opening: String, _ closing: String) {
    value = opening + value + closing
    isLiteral = false
  }

  /// Returns the location of a character of the value, as exactly as possible.
  func location(at index: String.Index) -> SourceLocation {
    guard isLiteral else { return valueLocation }
    var location = valueLocation
    location.column += value.unicodeScalars.distance(from: value.startIndex, to: index)
    return location
  }
}
