@_spi(Generated) import AtlasAdmin
@_spi(Generated) import EndpointRuntime
import AtlasSimulator
import AtlasTestSupport

import EndpointModel
import Foundation
import Testing

@Suite("Examples of monitoring and logs")
struct MonitoringExampleTests {
  private func measure(_ atlas: AtlasClient, project: ObjectID) async throws -> [Double] {
    var peaks: [Double] = []
    for try await process in atlas.items(of: ListProcesses(groupID: project)) {
      guard let host = process.hostname, let port = process.port else { continue }
      let response = try await atlas.send(
        GetProcessMeasurements(
          groupID: project, host: host, port: port, granularity: .oneMinute, period: "PT1H",
          measurements: [.connections]))
      let values = response.measurements?.first?.dataPoints?.compactMap(\.value) ?? []
      if let peak = values.max() { peaks.append(peak) }
    }
    return peaks
  }

  private func download(_ atlas: AtlasClient, project: ObjectID, host: String, file: URL)
    async throws
  {
    let log = try await atlas.send(
      DownloadLog(
        groupID: project, host: host, logName: .mongoDB,
        startDate: .now.addingTimeInterval(-3600)))
    try await log.write(to: file, limit: 1 << 30) { progress in
      print("\(progress.completed) bytes")
    }
  }

  @Test("requests the connections of every process")
  func measurements() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      await simulated.add(
        "shop.example.net:27017", to: "\(simulated.projectPath)/processes",
        with: ["hostname": "shop.example.net", "port": 27017])
      let peaks = try await measure(atlas, project: simulated.groupID)
      #expect(peaks.count == 4 && peaks.allSatisfy { (0...100).contains($0) })
    }
  }

  @Test("downloads a log file")
  func log() async throws {
    let content = Data(repeating: 7, count: 100_000)
    let log: Handler = { _, _ in .data(content, contentType: "application/gzip") }
    let file = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).gz")
    defer { try? FileManager.default.removeItem(at: file) }
    try await withSimulatedAtlas(handlers: [DownloadLog.name: log]) { atlas, simulated in
      try await download(
        atlas, project: simulated.groupID, host: "shop.example.net", file: file)
      #expect(try Data(contentsOf: file) == content)
    }
  }
}
