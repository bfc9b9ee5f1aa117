import AsyncHTTPClient
import AtlasCore
@_spi(Generated) import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation
import NIOCore

/// The speed and the memory of large downloads and uploads, beside the bare HTTP client's.
struct StreamingBenchmark {
  let rounds: Int
  /// The size of a body in MiB.
  let size: Int

  private static let project: ObjectID = "5e2f0a1b9c8d7e6f5a4b3c2d"

  private var bytes: Int { size << 20 }

  func run() async throws {
    let server = try ServerProcess(.streams)
    let bare = HTTPClient(configuration: Senders.configuration(traces: true))
    let atlas = AtlasClient(
      credentials: .apiKey(publicKey: "abcdefgh", privateKey: "01234567-89ab"),
      baseURL: try BaseURL(server.baseURL),
      configuration: ClientConfiguration(timeout: .seconds(600)))
    let ways: [(name: String, run: (Memory) async throws -> Void)] = [
      ("download, HTTPClient", { try await download(bare, server.baseURL, $0) }),
      ("download, AtlasClient", { try await download(atlas, $0) }),
      ("upload, HTTPClient", { try await upload(bare, server.baseURL, $0) }),
      ("upload, AtlasClient", { try await upload(atlas, $0) }),
    ]
    var growth = ways.map { _ in 0.0 }
    let costs = try await Rounds(rounds, of: ways.count) { index in
      let memory = Memory()
      let cost = try await Cost.measure(per: 1) { try await ways[index].run(memory) }
      growth[index] = max(growth[index], memory.growth)
      return cost
    }
    var table = Table("way", "MiB/s", "of HTTPClient's", "CPU s", "growth of memory, MiB")
    for (index, way) in ways.enumerated() {
      let first = index & ~1
      table.add(
        way.name, costs.median { Double(size) * 1e6 / $0[index].elapsed }.rounded(0),
        costs.median { $0[first].elapsed / $0[index].elapsed }.rounded(2),
        costs.median { $0[index].cpu / 1e6 }.rounded(2), growth[index].rounded(1))
    }
    table.print(
      "Bodies of \(size) MiB; targets: 0.9 of HTTPClient's speed, at most 16 MiB of growth")
    try await bare.shutdown()
    try server.stop()
  }

  private func check(_ count: Int) {
    precondition(count == bytes, "\(count) bytes instead of \(bytes) arrived")
  }

  private func download(_ client: HTTPClient, _ url: String, _ memory: Memory) async throws {
    var request = HTTPClientRequest(url: url + "/log")
    request.headers = ["Authorization": "Digest username=x", "X-Size": "\(bytes)"]
    let response = try await client.execute(request, deadline: .now() + .seconds(600))
    var count = 0
    for try await chunk in response.body {
      count += chunk.readableBytes
      memory.note(at: count)
    }
    check(count)
  }

  private func download(_ client: AtlasClient, _ memory: Memory) async throws {
    var options = RequestOptions<AtlasAdminAPI>()
    if let name = HTTPField.Name("X-Size") { options.headerFields[name] = "\(bytes)" }
    let body = try await client.send(
      DownloadLog(groupID: Self.project, host: "host", logName: .mongoDB), options: options)
    var count = 0
    for try await chunk in body {
      count += chunk.count
      memory.note(at: count)
    }
    check(count)
  }

  private func upload(_ client: HTTPClient, _ url: String, _ memory: Memory) async throws {
    var request = HTTPClientRequest(url: url + "/upload")
    request.method = .PUT
    request.headers = ["Authorization": "Digest username=x"]
    request.body = .stream(
      Zeros(size: bytes, memory: memory).map { ByteBuffer(bytes: $0) }, length: .known(Int64(bytes))
    )
    let response = try await client.execute(request, deadline: .now() + .seconds(600))
    _ = try await response.body.collect(upTo: 1 << 20)
  }

  private func upload(_ client: AtlasClient, _ memory: Memory) async throws {
    let bytes = bytes
    try await client.send(
      Upload(body: HTTPBody(length: bytes) { Zeros(size: bytes, memory: memory) }))
  }
}
