import Foundation

/// Rows of text under headings, printed with columns as wide as needed.
struct Table {
  private var rows: [[String]]

  init(_ headings: String...) { rows = [headings] }

  mutating func add(_ cells: String...) { rows.append(cells) }

  func print(_ title: String) {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return "| \(padded.joined(separator: " | ")) |"
    }
    Swift.print("\n\(title)\n")
    Swift.print(line(rows[0]))
    Swift.print("|\(widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|"))|")
    for row in rows.dropFirst() { Swift.print(line(row)) }
    fflush(nil)
  }
}

extension Double {
  /// The number with so many digits behind the point.
  func rounded(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }
}
