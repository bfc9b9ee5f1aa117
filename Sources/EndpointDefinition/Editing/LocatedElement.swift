/// An element of a definition file with the offsets of its parts, so that it can be edited in place.
package struct LocatedElement: Sendable {
  /// The name of the element.
  package let name: String
  /// The location of the `<`.
  package let location: SourceLocation
  /// The offsets of the element with its content.
  package let range: Range<Int>
  /// The offsets of the start tag.
  package let tag: Range<Int>
  /// Whether the element is a single tag that ends in `/>`.
  package let isEmptyTag: Bool
  /// The attributes in the order of the file.
  package let attributes: [Attribute]
  /// The elements in the element.
  package let children: [LocatedElement]
  /// Whether a comment `sync: keep` excludes the element, or one around it, from synchronization.
  package private(set) var isKept: Bool

  /// An attribute with its offsets.
  package struct Attribute: Sendable {
    /// The name.
    package let name: String
    /// The value with its references decoded.
    package let value: String
    /// The offset of the name.
    let start: Int
    /// The offsets of the value without its quotes.
    let valueRange: Range<Int>
  }

  init(
    tag: StartTag, range: Range<Int>, children: [LocatedElement], isKept: Bool,
    in source: SourceText
  ) {
    name = tag.name
    location = source.location(at: tag.offset)
    self.range = range
    self.tag = tag.offset..<tag.end
    isEmptyTag = tag.isEmpty
    attributes = tag.attributes.map { attribute in
      Attribute(
        name: attribute.label,
        value: String(decoding: source.bytes[attribute.value], as: UTF8.self)
          .replacingReferences,
        start: attribute.name, valueRange: attribute.value)
    }
    self.children = isKept ? children.map(\.kept) : children
    self.isKept = isKept
  }

  private init(keeping other: LocatedElement) {
    (name, location, range, tag) = (other.name, other.location, other.range, other.tag)
    (isEmptyTag, attributes, isKept) = (other.isEmptyTag, other.attributes, true)
    children = other.children.map(\.kept)
  }

  /// The element, excluded from synchronization.
  var kept: LocatedElement { LocatedElement(keeping: self) }

  /// Returns the value of an attribute; `nil` if there is none.
  package subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// Returns the children with a name.
  package func children(_ name: String) -> [LocatedElement] { children.filter { $0.name == name } }

  /// What distinguishes the element from others of its name.
  package var identity: String {
    name == "response"
      ? self["status"] ?? "" : self["name"] ?? self["value"] ?? self["type"] ?? ""
  }
}
