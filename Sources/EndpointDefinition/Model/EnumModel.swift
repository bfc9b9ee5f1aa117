package import EndpointModel

/// A string enumeration with known values, which accepts others.
package struct EnumModel: Sendable {
  /// The name.
  package var name: String
  /// The documentation of the type.
  package var documentation: Documentation
  /// The known values in order; never empty.
  package var cases: [Case]
  /// The location of the declaration.
  package var location: SourceLocation

  /// A known value.
  package struct Case: Sendable {
    /// The string on the wire.
    package var value: String
    /// The name in Swift; `nil` for the default.
    package var swiftName: String?
    /// The documentation.
    package var documentation: Documentation
    /// The location of the declaration.
    package var location: SourceLocation

    /// Creates a case.
    package init(
      value: String, swiftName: String? = nil, documentation: Documentation = .init(),
      location: SourceLocation
    ) {
      self.value = value
      self.swiftName = swiftName
      self.documentation = documentation
      self.location = location
    }
  }

  /// Creates an enum's model.
  package init(
    name: String, documentation: Documentation = .init(), cases: [Case], location: SourceLocation
  ) {
    self.name = name
    self.documentation = documentation
    self.cases = cases
    self.location = location
  }
}
