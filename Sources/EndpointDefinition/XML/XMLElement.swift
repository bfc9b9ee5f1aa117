/// An element of a definition file.
final class XMLElement {
  private(set) var name: String
  let namespace: String?
  /// The location of its `<`.
  let location: SourceLocation
  private(set) var attributes: [XMLAttribute]
  private(set) var children: [XMLElement] = []
  /// The text directly inside it, without that of its children.
  private(set) var text = ""
  /// The place of the first character of the text that is not white space.
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

  /// Gives it the name that its author meant.
  func rename(to name: String) { self.name = name }

  /// Gives it the attributes that its author meant.
  func replaceAttributes(with attributes: [XMLAttribute]) { self.attributes = attributes }

  /// The attribute of a name.
  subscript(_ name: String) -> XMLAttribute? { attributes.first { $0.name == name } }

  /// The first child of a name.
  func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The children of a name.
  func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}

/// An attribute of an element.
struct XMLAttribute {
  var name: String
  /// The value, with references replaced.
  let value: String
  /// The location of its name.
  let location: SourceLocation
  /// The location of the first character of its value.
  let valueLocation: SourceLocation
  /// Whether the value is written as it reads, on one line: then its characters have places too.
  let isLiteral: Bool

  /// The place of a character of the value, as exactly as the value's spelling allows.
  func location(at index: String.Index) -> SourceLocation {
    guard isLiteral else { return valueLocation }
    var location = valueLocation
    location.column += value.unicodeScalars.distance(from: value.startIndex, to: index)
    return location
  }
}
