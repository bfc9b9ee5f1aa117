import Foundation

/// A folder of definition files.
struct DefinitionFolder {
  let path: String
  let limits: ReadLimits

  /// The bytes of a file with their origin.
  struct File {
    /// The path relative to the folder.
    var path: String
    /// The path for diagnostics.
    var location: String
    var bytes: [UInt8]
  }

  /// The reason why the folder cannot be read.
  struct Failure: Error {
    var diagnostics: [Diagnostic]
  }

  /// Returns the readable definition files, sorted by path, and the problems of the others.
  func files() throws(Failure) -> (files: [File], problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    let paths = try paths(&problems)
    var files: [File] = []
    for relative in paths {
      let location = path.hasSuffix("/") ? path + relative : "\(path)/\(relative)"
      if relative.wholeMatch(of: /[A-Za-z0-9_.\-\/]+/) == nil {
        problems.append(.unusableName(of: location))
      }
      do throws(ReadFailure) {
        files.append(
          File(path: relative, location: location, bytes: try read(location)))
      } catch {
        problems.append(problem(error.message, in: location))
      }
    }
    return (files, problems)
  }

  private func paths(_ problems: inout [Diagnostic]) throws(Failure) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw Failure(diagnostics: [problem("there is no such folder", in: path)]) }
    let names = FileManager.default.enumerator(atPath: path)?.lazy.compactMap { $0 as? String }
    var paths: [String] = []
    for name in names.map(AnySequence.init) ?? AnySequence([]) {
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      guard name.lowercased().hasSuffix(".xml"), !isHidden else { continue }
      guard name.hasSuffix(".xml") else {
        problems.append(
          problem(
            "the file is ignored, because its name does not end in '.xml'; rename it",
            in: "\(path)/\(name)"))
        continue
      }
      paths.append(name)
      if paths.count > limits.files {
        throw Failure(
          diagnostics: [problem("the folder has more than \(limits.files) definitions", in: path)])
      }
    }
    guard !paths.isEmpty else {
      throw Failure(
        diagnostics: problems + [
          problem("the folder has no definitions; put files ending in .xml into it", in: path)
        ])
    }
    return paths.sorted()
  }

  private struct ReadFailure: Error {
    var message: String
  }

  private func read(_ path: String) throws(ReadFailure) -> [UInt8] {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw ReadFailure(message: "this is a folder and not a definition file; rename it")
    }
    do {
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? file.close() }
      let data = try file.read(upToCount: limits.fileSize + 1) ?? Data()
      guard data.count <= limits.fileSize else {
        throw ReadFailure(
          message: "the file is larger than \(limits.fileSize >> 20) MiB; split it by tag")
      }
      return Array(data)
    } catch let failure as ReadFailure {
      throw failure
    } catch {
      throw ReadFailure(message: "the file cannot be read: \(error.reason)")
    }
  }

  private func problem(_ message: String, in path: String) -> Diagnostic {
    Diagnostic(.error, message, at: SourceLocation(file: path, line: 1, column: 1))
  }
}
