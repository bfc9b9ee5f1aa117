import TestSupport
import Testing

@Suite("atlas-demo")
struct DemoTests {
  @Test(
    "shows each step with its exchanges",
    arguments: [([], "v2"), (["--api", "v1"], "v1.0")])
  func demo(arguments: [String], version: String) async throws {
    let result = try await Command("atlas-demo").run(arguments)
    #expect(result.status == 0)
    #expect(result.error == "")
    let lines = result.output.split(separator: "\n").map(String.init)
    let steps = lines.filter { $0.hasPrefix("• ") }
    #expect(
      steps == [
        "• List the snapshots of MyCluster",
        "• Create a restore job of type download", "• List the restore jobs",
        "• Fetch the job ten minutes later, in an envelope", "• Cancel the job",
        "• Try to cancel a restore job to a cluster", "• Call with a wrong private key",
      ])
    let exchanges = lines.filter { $0.hasPrefix("  ") && $0.contains(" → ") }
    #expect(exchanges.count == 12)
    #expect(exchanges[0].contains("GET /api/atlas/\(version)/groups/"))
    #expect(exchanges[0].contains("→ 401 Unauthorized, sent without credentials"))
    #expect(exchanges.contains { $0.contains("DELETE ") && $0.hasSuffix("→ 204 No Content") })
    #expect(exchanges.contains { $0.contains("DELETE ") && $0.hasSuffix("→ 400 Bad Request") })
    #expect(lines.last?.hasPrefix("Done: 12 requests, 2 of which ") == true)
  }
}
