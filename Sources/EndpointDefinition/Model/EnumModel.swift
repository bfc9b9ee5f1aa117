/// A string of which some values are known; others may come and are kept.
public struct EnumModel: Sendable {
  /// Its name.
  public var name: String
  /// The documentation of the type.
  public var documentation: Documentation
  /// The known values, as declared; never empty.
  public var cases: [Case]
  /// The location of the declaration.
  public var location: SourceLocation

  /// One known value.
  public struct Case: Sendable {
    /// The string on the wire.
    public var value: String
    /// The name in Swift; `nil` for the default.
    public var swiftName: String?
    /// The documentation.
    public var documentation: Documentation
    /// The location of the declaration.
    public var location: SourceLocation

    /// Creates a case.
    public init(
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
  public init(
    name: String, documentation: Documentation = .init(), cases: [Case], location: SourceLocation
  ) {
    self.name = name
    self.documentation = documentation
    self.cases = cases
    self.location = location
  }
}
