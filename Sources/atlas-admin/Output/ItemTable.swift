import EndpointRuntime

/// The items of a list in lines and columns.
struct ItemTable {
  /// The titles of the columns.
  let titles: [String]
  /// The cells of each line; `nil` for a value that an item does not have.
  let lines: [[JSON?]]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - items: The items, one for each line.
  ///   - columns: The paths to the values. If they are empty, the items are the only column.
  init(_ items: [JSON], columns: [FieldPath]) {
    if columns.isEmpty {
      titles = items.isEmpty ? [] : ["value"]
      lines = items.map { [$0] }
    } else {
      titles = columns.map(\.description)
      lines = items.map { item in columns.map { $0.value(in: item) } }
    }
  }
}
