import ArgumentParser
import Foundation

/// The commands with their options, as ArgumentParser describes them.
struct CommandOutline: Decodable {
  /// An option, a flag, or a positional argument.
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      /// The name with its hyphens.
      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    /// The kind of an argument's values.
    struct CompletionKind: Decodable {
      let isFile: Bool

      init(from decoder: any Decoder) throws {
        let kinds = try? decoder.container(keyedBy: Key.self).allKeys.map(\.stringValue)
        isFile = kinds?.contains("file") ?? false
      }
    }

    let kind: String
    let shouldDisplay: Bool
    let names: [Name]?
    let abstract: String?
    let allValues: [String]?
    let completionKind: CompletionKind?

    var takesValue: Bool { kind == "option" }

    /// Whether the argument has a name.
    func isNamed(_ text: String) -> Bool { names?.contains { $0.text == text } ?? false }
  }

  let commandName: String
  let abstract: String?
  let shouldDisplay: Bool
  let subcommands: [CommandOutline]?
  let arguments: [Argument]?

  /// The outline of the whole command; `nil` if ArgumentParser's description has another form.
  static var root: CommandOutline? {
    struct Document: Decodable { let command: CommandOutline }
    let text = AtlasAdminCommand._dumpHelp()
    return try? JSONDecoder().decode(Document.self, from: Data(text.utf8)).command
  }

  /// The option with a name; `nil` if there is none.
  func option(_ name: String) -> Argument? { arguments?.first { $0.isNamed(name) } }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
