package import EndpointDefinition
import EndpointModel

/// A page for a DocC catalog that lists the endpoints and types of an API by tag.
package struct EndpointIndex: Sendable {
  /// Creates an index.
  package init() {}

  /// Returns the page in Markdown, which is the same for the same model.
  package func page(for api: APIModel) -> String {
    let tags = api.files.filter { !$0.endpoints.isEmpty }
    let count = tags.reduce(0) { $0 + $1.endpoints.count }
    var sections = [
      "# Endpoints",
      "<!-- Written by `endpoints index`. Edit the definitions, not this page. -->",
      "All endpoints of the API (\(count)) by tag, each tag with its types.",
      "## Topics",
    ]
    sections += tags.map(section)
    let others = api.files.filter { $0.endpoints.isEmpty }.flatMap(\.types)
    if !others.isEmpty { sections.append("### Shared Types\n\n" + links(others.map(\.name))) }
    return sections.joined(separator: "\n\n") + "\n"
  }

  private func section(for file: FileModel) -> String {
    let title = SwiftName.words(of: file.tag ?? "").joined(separator: " ")
    let summary = file.documentation.summary.map { $0 + "\n\n" } ?? ""
    return "### \(title)\n\n" + summary
      + links(file.endpoints.map(\.name) + file.types.map(\.name))
  }

  private func links(_ names: [String]) -> String {
    names.map { "- ``\($0)``" }.joined(separator: "\n")
  }
}
