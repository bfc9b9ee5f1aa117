import EndpointRuntime
import Foundation

/// Shows the progress of a transfer on one line of a terminal.
struct ProgressBar {
  /// The name of what is transferred.
  let name: String
  /// The number of columns of the bar.
  private static let width = 24

  /// Returns the line for a progress.
  func line(_ progress: TransferProgress) -> String {
    let completed = Self.size(progress.completed)
    guard let total = progress.total, total > 0 else { return "\(name)  \(completed)" }
    let share = min(Double(progress.completed) / Double(total), 1)
    let filled = Int(share * Double(Self.width))
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
    return "\(name)  [\(bar)] \(Int(share * 100))%  \(completed) of \(Self.size(total))"
  }

  private static func size(_ bytes: Int) -> String {
    var value = Double(bytes)
    for unit in ["B", "KB", "MB", "GB"] {
      if value < 1000 { return format(value, unit) }
      value /= 1000
    }
    return format(value, "TB")
  }

  private static func format(_ value: Double, _ unit: String) -> String {
    let tenths = Int((value * 10).rounded())
    return unit == "B" ? "\(Int(value)) B" : "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}

/// A line of a terminal that is replaced by the next one.
final class StatusLine {
  /// Whether standard error is a terminal.
  let isTerminal: Bool
  private var width = 0
  private var last: ContinuousClock.Instant?

  init(isTerminal: Bool = isatty(STDERR_FILENO) != 0) { self.isTerminal = isTerminal }

  /// Shows a line on a terminal, at most ten times in a second.
  func show(_ line: @autoclosure () -> String, isFinal: Bool = false) {
    guard isTerminal else { return }
    let now = ContinuousClock.now
    if !isFinal, let last, last.duration(to: now) < .milliseconds(100) { return }
    last = now
    let line = line().withoutControlCharacters
    let padding = String(repeating: " ", count: max(width - line.displayWidth, 0))
    width = line.displayWidth
    write("\r\(line)\(padding)" + (isFinal ? "\n" : ""))
  }

  /// Writes a line of its own.
  func log(_ line: String) { write(line + "\n") }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
