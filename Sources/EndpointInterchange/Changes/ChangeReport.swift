import EndpointDefinition

/// The changes from one version of definitions to another, as text, Markdown, or JSON.
package struct ChangeReport: Sendable {
  package var changes: [Change]
  /// The version of the old definitions; `nil` if it is not known.
  package var version: SemanticVersion?

  /// Creates a report.
  package init(_ changes: [Change], version: SemanticVersion? = nil) {
    self.changes = changes
    self.version = version
  }

  /// The strongest effect; `nil` if nothing has changed.
  package var effect: ChangeEffect? {
    ChangeEffect.allCases.first { effect in changes.contains { $0.kind.rule.effect == effect } }
  }

  /// The part of the version number to raise, or the next version.
  package var suggestion: String {
    guard let effect else { return "nothing has changed" }
    if let version { return "release as \(version.next(after: effect)), after \(version)" }
    switch effect {
    case .breaking: return "raise the major version (before 1.0.0, the minor version)"
    case .compatible: return "raise the minor version (before 1.0.0, the patch version)"
    case .documentation: return "raise the patch version"
    }
  }

  // MARK: Text

  /// The changes in the form of compilers, with what to do about each.
  package var text: String {
    var lines: [String] = []
    for change in changes {
      let rule = change.kind.rule
      lines.append(
        "\(change.location): \(rule.effect.rawValue): \(change.subject) \(change.detail) "
          + "[\(change.kind.rawValue)]")
      if rule.effect == .breaking { lines.append("  \(rule.reason) \(rule.migration ?? "")") }
    }
    lines.append("\(summary); \(suggestion)")
    return lines.joined(separator: "\n")
  }

  /// The numbers of changes by effect.
  private var summary: String {
    let counts = ChangeEffect.allCases.compactMap { effect -> String? in
      let count = changes.count { $0.kind.rule.effect == effect }
      switch (effect, count) {
      case (_, 0): return nil
      case (.documentation, 1): return "1 change of documentation"
      case (.documentation, _): return "\(count) changes of documentation"
      default: return "\(count) \(effect.rawValue) change\(count == 1 ? "" : "s")"
      }
    }
    return counts.isEmpty ? "no changes" : counts.joined(separator: ", ")
  }

  // MARK: Markdown

  /// The changes as a section of a changelog or of a pull request.
  package var markdown: String {
    var lines = [
      "# Changes", "", "\(summary.prefix(1).uppercased())\(summary.dropFirst()): \(suggestion).",
    ]
    let titles: [(ChangeEffect, String)] = [
      (.breaking, "Breaking"), (.compatible, "Compatible"), (.documentation, "Documentation"),
    ]
    for (effect, title) in titles {
      let group = changes.filter { $0.kind.rule.effect == effect }
      if group.isEmpty { continue }
      lines += ["", "## \(title)", ""]
      for change in group {
        var line = "- `\(change.subject)` \(change.detail) (`\(change.location)`)."
        if effect == .breaking {
          line += " \(change.kind.rule.reason) **\(change.kind.rule.migration ?? "")**"
        }
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension ChangeReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case changes, effect, suggestion, nextVersion
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(changes, forKey: .changes)
    try fields.encode(effect?.rawValue, forKey: .effect)
    try fields.encode(suggestion, forKey: .suggestion)
    try fields.encodeIfPresent(version?.next(after: effect).description, forKey: .nextVersion)
  }
}

extension Change: Encodable {
  private enum CodingKeys: String, CodingKey {
    case kind, effect, audience, subject, detail, reason, migration, file, line, column
  }

  package func encode(to encoder: any Encoder) throws {
    let rule = kind.rule
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(kind.rawValue, forKey: .kind)
    try fields.encode(rule.effect.rawValue, forKey: .effect)
    try fields.encode(rule.audience.rawValue, forKey: .audience)
    try fields.encode(subject, forKey: .subject)
    try fields.encode(detail, forKey: .detail)
    try fields.encode(rule.reason, forKey: .reason)
    try fields.encodeIfPresent(rule.migration, forKey: .migration)
    try fields.encode(location.file, forKey: .file)
    try fields.encode(location.line, forKey: .line)
    try fields.encode(location.column, forKey: .column)
  }
}
