import EndpointDefinition
import EndpointModel

/// The heading of an explanation.
struct Heading {
  let name: String
  let kind: String
  let documentation: Documentation
  let location: SourceLocation

  var lines: [String] {
    var lines = ["\(name), \(kind)", "\(location)"]
    if let summary = documentation.summary { lines += ["", summary] }
    if let details = documentation.details { lines += ["", details] }
    if documentation.isDeprecated {
      let replacement = documentation.replacement.map { "Use \($0) instead." }
      let words = [documentation.deprecation, replacement].compactMap { $0 }
      lines += ["", "Deprecated: " + words.joined(separator: " ")]
    }
    return lines
  }
}

extension JSONExample {
  /// The lines of an example, below its name.
  var lines: [String] {
    (name.map { ["  \($0):"] } ?? []) + JSONIndentation.lines(of: json).map { "  \($0)" }
  }
}
