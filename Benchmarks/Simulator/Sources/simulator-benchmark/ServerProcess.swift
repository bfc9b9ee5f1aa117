import Foundation

/// A server in a child process.
final class ServerProcess {
  /// The port on loopback.
  let port: Int
  private let process = Process()
  private let input = Pipe()

  /// Starts it.
  init(_ kind: ServerKind) throws {
    let output = Pipe()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["--serve", kind.rawValue]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)), port > 0 else {
      throw CocoaError(.executableLoad)
    }
    self.port = port
  }

  /// The processor time and the resident memory of the process so far, on Linux.
  var usage: (seconds: Double, mebibytes: Double) {
    let folder = "/proc/\(process.processIdentifier)"
    let stat = (try? String(contentsOfFile: folder + "/stat", encoding: .utf8)) ?? ""
    // The fields after the name of the command, which can contain spaces.
    let fields = (stat.split(separator: ")").last ?? "").split(separator: " ")
    func number(_ index: Int) -> Double { fields.count > index ? Double(fields[index]) ?? 0 : 0 }
    let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
    let page = Double(sysconf(Int32(_SC_PAGESIZE)))
    return ((number(11) + number(12)) / ticks, number(21) * page / 1_048_576)
  }

  /// Ends it.
  func stop() throws {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
