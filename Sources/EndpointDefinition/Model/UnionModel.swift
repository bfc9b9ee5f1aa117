package import EndpointModel

/// One of several JSON objects, or an unknown one.
package struct UnionModel: Sendable {
  /// The name.
  package var name: String
  /// The documentation of the type.
  package var documentation: Documentation = .init()
  /// How the variant of an object is selected.
  package var selection: Selection
  /// The variants in order; never empty.
  package var variants: [Variant]
  /// The fields that all variants have.
  package var sharedFields: [FieldModel] = []
  /// The location of the declaration.
  package var location: SourceLocation

  /// How the variant of an object is selected.
  package enum Selection: Hashable, Sendable {
    /// By the value of a field, which the union encodes.
    case discriminator(String)
    /// By shape: the first variant whose required fields are all present.
    case shape
  }

  /// A variant.
  package struct Variant: Sendable {
    /// The value of the discriminator; `nil` in a union by shape.
    package var value: String?
    /// The name of the struct or union.
    package var type: String
    /// The name in Swift; `nil` for the default.
    package var swiftName: String?
    /// The documentation.
    package var documentation: Documentation = .init()
    /// The required fields of the struct, which select it by shape.
    package var requiredFields: [String] = []
    /// Whether the value is stored indirectly, so that a type can contain itself.
    package var isIndirect: Bool = false
    /// The location of the declaration.
    package var location: SourceLocation
  }
}
