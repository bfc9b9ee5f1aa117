import ArgumentParser

/// A format of a result.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  /// One JSON document.
  case json
  /// JSON Lines: each item of a list on a line.
  case jsonl
  /// YAML.
  case yaml
  /// Columns for people.
  case table
  /// Comma-separated values (RFC 4180).
  case csv
  /// Each value on a line, strings without quotes, for scripts.
  case text
}
