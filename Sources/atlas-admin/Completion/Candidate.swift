/// A candidate of a completion.
struct Candidate: Hashable {
  /// The text of the whole argument.
  let text: String
  /// A short description; empty if there is none.
  var summary = ""

  /// The line for a shell: the text, a tab, and the description.
  var line: String {
    let description = summary.withoutControlCharacters
    return "\(text)\t\(description)"
  }
}

/// What can complete an argument.
enum Completion: Equatable {
  case candidates([Candidate])
  /// The names of files, which the shell knows.
  case files
}
