import EndpointDefinition
import EndpointInterchange

/// Prints what an import leaves out, grouped by reason.
struct ImportReporter {
  /// Whether all parts are printed rather than the first ones for each reason.
  let showsAll: Bool

  private static let shown = 3

  func print(_ diagnostics: [ImportDiagnostic]) {
    let groups = Dictionary(grouping: diagnostics, by: \.message)
      .sorted { ($0.value[0].location, $0.key) < ($1.value[0].location, $1.key) }
    for (message, group) in groups {
      let shown = showsAll ? group[...] : group.prefix(Self.shown)
      Console.printError(shown.map(\.diagnostic))
      let rest = group.count - shown.count
      if rest > 0 { Console.printError("  and \(rest) more: \(message)") }
    }
    if !diagnostics.isEmpty {
      Console.printError(
        "\(diagnostics.count) part\(diagnostics.count == 1 ? " is" : "s are") left out"
          + (showsAll ? "" : "; --all shows each"))
    }
  }
}
