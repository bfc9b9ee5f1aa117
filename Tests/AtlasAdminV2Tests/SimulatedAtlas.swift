import AtlasAdminV2
import AtlasSimulator
import TestSupport

/// Runs a test with a client of a simulated Atlas of its own.
func withAtlas(_ test: (AtlasClient, AtlasSimulator) async throws -> Void) async throws {
  try await withServerLimit {
    let simulated = AtlasSimulator()
    let atlas = AtlasClient(
      credentials: simulated.credentials, baseURL: try await simulated.start(),
      configuration: ClientConfiguration(timeout: .seconds(86_400)))
    do {
      try await test(atlas, simulated)
    } catch {
      await simulated.stop()
      throw error
    }
    await simulated.stop()
  }
}
