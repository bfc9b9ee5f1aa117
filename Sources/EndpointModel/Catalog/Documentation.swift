/// The documentation of a declaration.
public struct Documentation: Hashable, Sendable {
  /// A summary in one sentence; `nil` if there is none.
  public var summary: String?
  /// Further paragraphs, separated by empty lines; `nil` if there are none.
  public var details: String?
  /// The reason for the deprecation; `nil` if there is none.
  public var deprecation: String?
  /// The name of the replacement of a deprecated declaration; `nil` if there is none.
  public var replacement: String?

  /// Creates documentation.
  public init(
    summary: String? = nil, details: String? = nil, deprecation: String? = nil,
    replacement: String? = nil
  ) {
    self.summary = summary
    self.details = details
    self.deprecation = deprecation
    self.replacement = replacement
  }

  /// Whether the declaration is deprecated.
  public var isDeprecated: Bool { deprecation != nil || replacement != nil }
}
