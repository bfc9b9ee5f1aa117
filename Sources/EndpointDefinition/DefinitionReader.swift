import Foundation

/// Reads definitions into a model: XML is parsed, checked by the grammar, and resolved.
///
/// All problems of all files are reported in one run. Only the given files are read, and no file
/// can make the reader slow, large, or crash.
package struct DefinitionReader: Sendable {
  private let limits: ReadLimits

  /// Creates a reader.
  package init(limits: ReadLimits = .init()) { self.limits = limits }

  /// Reads all files below a folder whose names end in `.xml`.
  ///
  /// Hidden files are ignored, and symbolic links to folders are not followed.
  ///
  /// - Parameter folder: The path of the folder, with which the locations of diagnostics begin.
  package func read(folder: String) -> ReadResult {
    do {
      let (files, problems) = try DefinitionFolder(path: folder, limits: limits).files()
      return read(
        files.map { ($0.path, .init(path: $0.location, bytes: $0.bytes)) }, beside: problems)
    } catch {
      return ReadResult(model: nil, diagnostics: error.diagnostics)
    }
  }

  /// Reads definitions from memory.
  ///
  /// - Parameter files: The contents of the files by their relative paths.
  package func read(files: [String: [UInt8]]) -> ReadResult {
    read(
      files.sorted { $0.key < $1.key }.map { ($0.key, SourceText(path: $0.key, bytes: $0.value)) })
  }

  private func read(
    _ sources: [(path: String, text: SourceText)], beside problems: [Diagnostic] = []
  ) -> ReadResult {
    var diagnostics = problems
    var files: [DeclarationFile] = []
    for (path, text) in sources {
      if path.unicodeScalars.contains(where: \.isInvisible) {
        diagnostics.append(.unusableName(of: text.path))
      }
      let source =
        text.bytes.starts(with: Self.byteOrderMark)
        ? SourceText(path: text.path, bytes: Array(text.bytes.dropFirst(3))) : text
      switch XMLDocumentReader(source: source, limits: limits).read() {
      case .failure(let problem): diagnostics.append(problem.diagnostic)
      case .success(let root):
        var checker = GrammarChecker()
        let isReadable = checker.check(root: root)
        diagnostics += checker.diagnostics
        if isReadable { files.append(DeclarationFile(path: path, root: root)) }
      }
    }
    // Unknown names are not reported while a file that may declare them is unreadable.
    var resolver = Resolver(
      files: files, isComplete: problems.isEmpty && files.count == sources.count)
    let model = resolver.resolve()
    diagnostics += resolver.diagnostics
    return ReadResult(
      model: model, diagnostics: diagnostics.prepared(limit: limits.diagnostics))
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// The result of reading definitions.
package struct ReadResult: Sendable {
  /// The model; `nil` if there is an error.
  package var model: APIModel?
  /// The model as far as it could be resolved, for further checks; `nil` if there is none.
  package var draft: APIModel?
  /// The diagnostics, sorted by location.
  package var diagnostics: [Diagnostic]

  init(model: APIModel?, diagnostics: [Diagnostic]) {
    draft = model
    self.model = diagnostics.contains { $0.severity == .error } ? nil : model
    self.diagnostics = diagnostics
  }

  /// Returns the result with more diagnostics, sorted.
  package func adding(_ further: [Diagnostic]) -> ReadResult {
    ReadResult(model: draft, diagnostics: (diagnostics + further).prepared(limit: .max))
  }
}

extension Diagnostic {
  /// Returns the diagnostic for a file whose name is not valid in the name of a Swift file.
  static func unusableName(of path: String) -> Diagnostic {
    let visible = String(String.UnicodeScalarView(path.unicodeScalars.filter { !$0.isInvisible }))
    return Diagnostic(
      .error,
      "the name of a definition file can contain only ASCII letters, digits, '-', '_' and '.'; rename it",
      at: SourceLocation(file: visible, line: 1, column: 1))
  }
}

extension [Diagnostic] {
  /// Returns the diagnostics sorted by location, without duplicates, up to a limit.
  fileprivate func prepared(limit: Int) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let sorted = filter { seen.insert($0).inserted }
      .sorted { ($0.location, $0.message) < ($1.location, $1.message) }
    guard sorted.count > limit, let last = sorted.last else { return sorted }
    return sorted.prefix(limit) + [
      Diagnostic(
        .error, "\(sorted.count - limit) further problems are not shown", at: last.location)
    ]
  }
}
