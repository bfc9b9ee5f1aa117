import Foundation
import EndpointHelp
import EndpointModel
import EndpointRuntime
import JSONPath

/// Writes a result in the format of the options.
struct ResultWriter {
  private let filter: JSONPath?
  private let columns: [FieldPath]
  private let format: OutputFormat?
  private let output: ResponseOutput
  /// The names of the fields of an item, in the order of the definition.
  private let fieldOrder: [String]
  private let itemsField: String?

  /// Creates a writer.
  ///
  /// - Throws: A usage failure for an invalid filter or column.
  init(
    _ options: OutputOptions, for endpoint: EndpointDescriptor, in catalog: EndpointCatalog
  ) throws {
    filter = try options.jsonPath()
    columns = try options.columnPaths()
    format = options.format
    output = ResponseOutput(file: options.outputFile, includesHead: options.include)
    itemsField = catalog.api.pagination?.items
    let type = endpoint.responseType.map { catalog.types.underlying($0.element) }
    fieldOrder =
      if case .named(let name) = type {
        FieldLookup(types: catalog.types).fields(of: name).map(\.name)
      } else {
        []
      }
  }

  /// Whether the items of a list can be written as they arrive.
  var isStreaming: Bool { filter == nil && output.file == nil && (format ?? .jsonl) == .jsonl }

  /// Writes items as JSON Lines.
  func stream(_ items: [JSON]) throws {
    let lines = try items.map { try $0.document() + "\n" }.joined()
    try ResponseOutput.write(Data(lines.utf8))
  }

  /// Writes all items of a list.
  func write(items: [JSON]) async throws {
    try await write(.array(items), default: filter == nil ? .jsonl : .json)
  }

  /// Writes the JSON of a response.
  func write(_ value: JSON) async throws { try await write(value, default: .json) }

  private func write(_ value: JSON, default: OutputFormat) async throws {
    var document = ResultDocument(value: value, fieldOrder: fieldOrder, itemsField: itemsField)
    if let filter {
      let values = filter.values(in: value)
      // A query that can select one value at most has that value, not a list, as its result.
      guard !filter.isSingular || !values.isEmpty else { return }
      document = ResultDocument(value: filter.isSingular ? values[0] : .array(values))
    }
    try await output.write(document.text(in: format ?? `default`, columns: columns))
  }
}
