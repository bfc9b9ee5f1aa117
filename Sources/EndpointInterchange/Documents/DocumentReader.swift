/// Reads JSON and YAML documents.
package enum DocumentReader {
  /// Parses the bytes of a file: as JSON if they begin with a brace or a bracket, else as YAML.
  ///
  /// - Parameter file: The path of the file for diagnostics.
  package static func read(
    _ bytes: [UInt8], file: String
  ) throws(DocumentFailure) -> DocumentNode {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let first = content.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let isFlow = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    let name = file.lowercased()
    let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    return isFlow && !isYAML || name.hasSuffix(".json")
      ? try JSONDocumentParser.parse(bytes, file: file)
      : try YAMLDocumentParser.parse(Array(content), file: file)
  }
}
