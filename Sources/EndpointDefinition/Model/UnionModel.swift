/// One of several JSON objects; an unknown one may come and is kept.
package struct UnionModel: Sendable {
  /// Its name.
  package var name: String
  /// The documentation of the type.
  package var documentation: Documentation = .init()
  /// How the variant of a JSON object is selected.
  package var selection: Selection
  /// The variants, as declared; never empty.
  package var variants: [Variant]
  /// The fields that all variants have.
  package var sharedFields: [FieldModel] = []
  /// The location of the declaration.
  package var location: SourceLocation

  /// How the variant of a JSON object is selected.
  package enum Selection: Hashable, Sendable {
    /// By the value of one field, which the union writes.
    case discriminator(String)
    /// By shape: the first variant of which all required fields are present.
    case shape
  }

  /// One of the types.
  package struct Variant: Sendable {
    /// The value of the discriminator; `nil` in a union by shape.
    package var value: String?
    /// The name of its struct or union.
    package var type: String
    /// The name in Swift; `nil` for the default.
    package var swiftName: String?
    /// The documentation.
    package var documentation: Documentation = .init()
    /// The required fields of its struct, which select it by shape.
    package var requiredFields: [String] = []
    /// Whether its value is stored apart, so that a type can contain itself.
    package var isIndirect: Bool = false
    /// The location of the declaration.
    package var location: SourceLocation
  }
}
