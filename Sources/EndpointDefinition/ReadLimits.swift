/// How much a reader takes on, so that no file can make it slow or large.
public struct ReadLimits: Sendable {
  /// How deep elements may be nested.
  public var depth = 32
  /// How many bytes a file may have.
  public var fileSize = 4 << 20
  /// How many files a folder may have.
  public var files = 4_096
  /// How many problems are reported at most.
  public var diagnostics = 1_000

  /// Limits that no sensible definition reaches.
  public init() {}
}
