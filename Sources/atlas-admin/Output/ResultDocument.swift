import EndpointModel
import EndpointRuntime
import Foundation

/// A result in JSON, with what is known of its type.
struct ResultDocument {
  let value: JSON
  /// The names of the fields in the order of the definition; empty if the type is not known.
  var fieldOrder: [String] = []
  /// The field of a list with its items; `nil` if there is none.
  var itemsField: String?

  /// The items of a list, or the value itself.
  var items: [JSON] {
    if let elements = value.array { return elements }
    if let itemsField, let elements = value[itemsField]?.array { return elements }
    return value == .null ? [] : [value]
  }

  /// Returns the document in a format.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - columns: The columns of a table or of CSV; empty for those that fit the items.
  func text(in format: OutputFormat, columns: [FieldPath] = []) throws -> String {
    switch format {
    case .json: try value.document(pretty: true) + "\n"
    case .jsonl: try items.map { try $0.document() + "\n" }.joined()
    case .yaml: YAMLWriter.document(of: value, order: fieldOrder)
    case .table:
      TableWriter.text(
        of: ItemTable(items, columns: columns.isEmpty ? tableColumns : columns))
    case .csv:
      CSVWriter.text(of: ItemTable(items, columns: columns.isEmpty ? allColumns : columns))
    case .text: items.map { $0.plainText + "\n" }.joined()
    }
  }

  /// The fields that identify an item and its state, then others in the order of the definition, at
  /// most six. The parent resource is one only if it differs between items.
  private var tableColumns: [FieldPath] {
    var values: [String: Set<JSON>] = [:]
    for item in items {
      for (name, value) in item.object ?? [:] where value.isScalar && value != .null {
        values[name, default: []].insert(value)
      }
    }
    let parents: Set = ["groupId", "orgId"]
    let names = values.filter { !parents.contains($0.key) || $0.value.count > 1 }.map(\.key)
    let first = ["id", "_id", "name", "username", "stateName", "state", "statusName", "status"]
    let known = first + fieldOrder.filter { !first.contains($0) }
    let ordered =
      known.filter(names.contains) + names.filter { !known.contains($0) }.sorted()
    return ordered.prefix(6).map { FieldPath(steps: [.name($0)]) }
  }

  /// All fields with a scalar or a list, also those of nested objects.
  private var allColumns: [FieldPath] {
    var paths: Set<FieldPath> = []
    for item in items { Self.collect(item, at: FieldPath(steps: []), into: &paths) }
    let ranks = Dictionary(
      fieldOrder.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: min)
    func rank(_ path: FieldPath) -> Int {
      guard case .name(let name) = path.steps.first else { return .max }
      return ranks[name] ?? .max
    }
    return paths.sorted { (rank($0), $0.description) < (rank($1), $1.description) }
  }

  private static func collect(_ value: JSON, at path: FieldPath, into paths: inout Set<FieldPath>) {
    guard let members = value.object, !members.isEmpty else {
      if !path.steps.isEmpty { paths.insert(path) }
      return
    }
    for (name, member) in members { collect(member, at: path.appending(name), into: &paths) }
  }
}

extension JSON {
  /// Whether the value is neither an array nor an object.
  var isScalar: Bool { array == nil && object == nil }

  /// The document as a string.
  func document(pretty: Bool = false) throws -> String {
    String(decoding: try JSONCoding.encode(self, pretty: pretty), as: UTF8.self)
  }

  /// The value on one line: a string without quotes, others as JSON.
  var plainText: String {
    if let string { return string }
    return (try? document()) ?? ""
  }
}
