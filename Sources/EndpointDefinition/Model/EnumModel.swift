/// A string of which some values are known; others may come and are kept.
public struct EnumModel: Sendable {
  /// Its name.
  public var name: String
  /// What it represents.
  public var documentation: Documentation
  /// The known values, as declared; never empty.
  public var cases: [Case]
  /// Where it is declared.
  public var location: SourceLocation

  /// One known value.
  public struct Case: Sendable {
    /// The string on the wire.
    public var value: String
    /// Its name in Swift, where the author chose one.
    public var swiftName: String?
    /// What it means.
    public var documentation: Documentation
    /// Where it is declared.
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
