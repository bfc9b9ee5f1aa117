extension String {
  /// The text with characters in place of the references to them.
  package var replacingReferences: String {
    guard contains("&") else { return self }
    return replacing(/&(#x[0-9A-Fa-f]+|#[0-9]+|[a-z]+);/) { match in
      let name = match.output.1
      switch name {
      case "amp": return "&"
      case "lt": return "<"
      case "gt": return ">"
      case "quot": return "\""
      case "apos": return "'"
      default:
        let isHexadecimal = name.hasPrefix("#x")
        let value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
        return value.flatMap(Unicode.Scalar.init).map { String($0) } ?? String(match.output.0)
      }
    }
  }
}
