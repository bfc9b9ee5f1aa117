package import EndpointDefinition

/// A page for a DocC catalog that lists the endpoints and types of an API by tag.
package struct EndpointIndex: Sendable {
  /// Creates an index.
  package init() {}

  /// Returns the page in Markdown, which is the same for the same model.
  package func page(for api: APIModel) -> String {
    let families = api.files.filter { !$0.endpoints.isEmpty }
    let count = families.reduce(0) { $0 + $1.endpoints.count }
    var sections = [
      "# Endpoints",
      "<!-- Written by `endpoints index`. Edit the definitions, not this page. -->",
      "All endpoints of the API (\(count)) by family, each family with its types.",
      "## Topics",
    ]
    sections += families.map(section)
    let others = api.files.filter { $0.endpoints.isEmpty }.flatMap(\.types)
    if !others.isEmpty { sections.append("### Shared Types\n\n" + links(others.map(\.name))) }
    return sections.joined(separator: "\n\n") + "\n"
  }

  private func section(for family: FileModel) -> String {
    let title = SwiftName.words(of: family.tag ?? "").joined(separator: " ")
    let summary = family.documentation.summary.map { $0 + "\n\n" } ?? ""
    return "### \(title)\n\n" + summary
      + links(family.endpoints.map(\.name) + family.types.map(\.name))
  }

  private func links(_ names: [String]) -> String {
    names.map { "- ``\($0)``" }.joined(separator: "\n")
  }
}
