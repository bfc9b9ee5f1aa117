import EndpointDefinition
import Foundation

/// Standard output and standard error.
enum Console {
  /// Prints lines to standard output.
  static func print(_ text: String) { write(text, to: .standardOutput) }

  /// Prints lines to standard error.
  static func printError(_ text: String) { write(text, to: .standardError) }

  /// Prints diagnostics to standard error, as compilers do.
  static func printError(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { printError(diagnostic.description) }
  }

  /// Prints a value as an indented JSON document.
  static func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  private static func write(_ text: String, to file: FileHandle) {
    file.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }
}
