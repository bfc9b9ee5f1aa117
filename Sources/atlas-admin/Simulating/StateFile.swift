import AtlasSimulator
import Foundation

/// The file that keeps the resources of a simulator.
struct StateFile {
  private let url: URL

  init(_ url: URL) { self.url = url }

  /// Returns the resources of the file; `nil` if it does not exist.
  ///
  /// - Throws: A failure if the file is not a state.
  func read() throws -> SimulatorState? {
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    do {
      return try SimulatorState(data: Data(contentsOf: url))
    } catch {
      throw CommandFailure(
        .usage,
        "cannot read '\(url.path)': \(reason(error)); choose another file with --state, or delete it"
      )
    }
  }

  /// Writes the resources of a store.
  func write(_ store: ResourceStore) async throws {
    let data = await store.state.data
    do {
      try data.write(to: url, options: .atomic)
    } catch {
      throw CommandFailure(.usage, "cannot write '\(url.path)': \(reason(error))")
    }
  }

  /// Writes the resources again and again, so that little is lost if the program is killed.
  func keep(_ store: ResourceStore) async throws {
    while true {
      try await Task.sleep(for: .seconds(10))
      try await write(store)
    }
  }

  private func reason(_ error: any Error) -> String {
    if let error = error as? SimulatorStateError { return error.description }
    return (error as NSError).localizedDescription
  }
}
