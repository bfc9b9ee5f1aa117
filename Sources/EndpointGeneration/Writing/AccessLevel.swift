import EndpointDefinition

extension AccessLevel {
  /// Returns a line that begins a public declaration or import with this access level instead.
  func lowering(_ line: String) -> String {
    guard self != .public else { return line }
    let keyword = self == .package ? "package " : ""
    for prefix in ["@_spi(Generated) public ", "public "] where line.hasPrefix(prefix) {
      let declaration = line.dropFirst(prefix.count)
      // Only public declarations can be SPI, but their imports are needed.
      let attribute =
        declaration.hasPrefix("import ") && prefix.hasPrefix("@") ? "@_spi(Generated) " : ""
      return attribute + keyword + declaration
    }
    return line
  }
}
