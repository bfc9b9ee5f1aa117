import ArgumentParser
import AtlasProfiles
import Foundation

/// Prints the script of a shell's completion, and completes arguments for it.
struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Print the completion script of a shell.",
    discussion: """
      It completes commands, endpoints, options, values, properties of bodies, and files.

        bash: source <(atlas-admin completion bash)
        zsh:  source <(atlas-admin completion zsh), after compinit
        fish: atlas-admin completion fish | source
      """)

  /// The hidden command that the scripts run.
  static let requestName = "__complete"

  @Argument(help: "The shell.")
  var shell: Shell

  func run() throws { try ResponseOutput.write(Data((shell.script + "\n").utf8)) }

  /// Prints the candidates for the last of some arguments, after the name of the shell.
  static func complete(_ arguments: [String]) {
    guard let shell = arguments.first.flatMap(Shell.init) else { return }
    var words = Array(arguments.dropFirst())
    // bash separates words at equals signs, and replaces what follows the sign.
    if shell == .bash { words = joiningAssignments(words) }
    let completer = Completer(profileNames: { (try? Profile.names()) ?? [] })
    let text: String
    switch completer.completion(of: words) {
    case .files: text = ":files\n"
    case .candidates(let candidates):
      text = candidates.map { candidate in
        shell == .bash ? afterSign(candidate, of: words.last ?? "") : candidate.line
      }.map { $0 + "\n" }.joined()
    }
    try? ResponseOutput.write(Data(text.utf8))
  }

  private static func joiningAssignments(_ words: [String]) -> [String] {
    var joined: [String] = []
    var continues = false
    for word in words {
      if word == "=" || word == ":=", let last = joined.popLast() {
        joined.append(last + word)
        continues = true
      } else if continues, let last = joined.popLast() {
        joined.append(last + word)
        continues = false
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  private static func afterSign(_ candidate: Candidate, of word: String) -> String {
    guard let sign = word.lastIndex(of: "=") else { return candidate.text }
    let prefix = word[...sign]
    return candidate.text.hasPrefix(prefix)
      ? String(candidate.text.dropFirst(prefix.count)) : candidate.text
  }
}
