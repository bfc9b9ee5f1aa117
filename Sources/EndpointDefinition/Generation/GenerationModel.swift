/// What is generated for a target.
package struct GenerationModel: Sendable {
  /// The name of the folder with the definitions; `nil` for those of the target.
  package var definitions: String?
  /// The package with the definitions; `nil` for that of the target.
  package var package: String?
  /// The access level of the declarations.
  package var access: AccessLevel = .public
  /// The included endpoints and tags; empty for everything.
  package var includes: [Include] = []
  /// The kinds of code.
  package var outputs: [OutputKind] = [.api]

  /// Creates the model of a target without `generation.xml`.
  package init() {}

  /// An included part of an API.
  package struct Include: Sendable {
    /// The part.
    package var part: Part
    /// The location of its name.
    package var location: SourceLocation

    /// A part of an API.
    package enum Part: Sendable {
      /// An endpoint by its name.
      case endpoint(String)
      /// The endpoints with a tag.
      case tag(String)
    }
  }
}

/// The access level of generated declarations.
package enum AccessLevel: String, CaseIterable, Sendable {
  /// For a library.
  case `public`
  /// For several targets of one package.
  case package
  /// For one target.
  case `internal`
}

/// A kind of generated code.
package enum OutputKind: String, CaseIterable, Sendable {
  /// Requests and types.
  case api
  /// The descriptions and examples of endpoints, for simulators and tools.
  case catalog
  /// A sample request of each endpoint, for tests.
  case samples
}

extension AccessLevel: ChoiceValue {
  static func unknown(_ word: String, known: [String]) -> String {
    "unknown access level '\(word)'; write one of \(known.joined(separator: ", "))"
  }
}

extension OutputKind: ChoiceValue {
  static func unknown(_ word: String, known: [String]) -> String {
    "unknown kind of output '\(word)'; write one of \(known.joined(separator: ", "))"
  }
}
