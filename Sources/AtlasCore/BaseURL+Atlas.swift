public import EndpointRuntime

extension BaseURL {
  /// Atlas: `https://cloud.mongodb.com`.
  public static let atlas = BaseURL(authority: "cloud.mongodb.com")
  /// Atlas for Government: `https://cloud.mongodbgov.com`.
  public static let atlasForGovernment = BaseURL(authority: "cloud.mongodbgov.com")

  /// Creates the base URL that an environment specifies; `nil` if it specifies none.
  package init?(environment: [String: String]) throws {
    guard let text = environment["MONGODB_ATLAS_BASE_URL"], !text.isEmpty else { return nil }
    do {
      try self.init(text)
    } catch EndpointError.configuration(_, let reason) {
      throw EndpointError.configuration(setting: "MONGODB_ATLAS_BASE_URL", reason: reason)
    } catch {
      throw error
    }
  }
}
