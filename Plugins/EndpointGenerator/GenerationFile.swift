import Foundation

/// What the plugin must know of `generation.xml`: where the definitions are and which files are
/// written. The tool reads the rest and reports mistakes.
struct GenerationFile {
  let url: URL
  private let text: String

  /// Reads the file in a target's folder; `nil` if there is none.
  init?(in folder: URL) {
    url = folder.appending(path: "generation.xml")
    guard let data = FileManager.default.contents(atPath: url.path) else { return nil }
    text = String(decoding: data, as: UTF8.self)
      .replacing(#/<!--.*?-->/#.dotMatchesNewlines(), with: "")
  }

  /// The name of the folder with the definitions; `nil` for those of the target.
  var definitions: String? { attribute("definitions", of: "generation") }
  /// The package with the definitions; `nil` for that of the target.
  var package: String? { attribute("package", of: "generation") }

  /// The names of the files that are written for definition files.
  func outputs(for definitions: [String]) -> [String] {
    let kinds = text.matches(of: #/<output\b[^>]*\bkind\s*=\s*["']([a-z]*)["']/#).map(\.1)
    return (kinds.isEmpty ? ["api"] : kinds).flatMap { kind in
      Self.outputs(of: kind, for: definitions)
    }
  }

  /// The names of the files of a kind that are written for definition files.
  static func outputs(of kind: Substring = "api", for definitions: [String]) -> [String] {
    let suffix = kind == "catalog" ? ".catalog.swift" : ".generated.swift"
    return kind == "samples"
      ? ["Samples.generated.swift"]
      : definitions.map { $0.dropLast(4).split(separator: "/").joined(separator: "_") + suffix }
  }

  private func attribute(_ name: String, of element: String) -> String? {
    guard let tag = text.firstMatch(of: #/<generation\b[^>]*>/#)?.output else { return nil }
    for match in tag.matches(of: #/\b([a-z\-]+)\s*=\s*["']([^"']*)["']/#) where match.1 == name {
      return String(match.2)
    }
    return nil
  }
}
