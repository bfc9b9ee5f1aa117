import AtlasCore
import AtlasProfiles
import EndpointRuntime
import Foundation

/// The settings of the connection, each with its source.
///
/// Options precede the profile that an option names, which precedes the environment, which precedes
/// the profile `default`.
struct ConnectionSettings {
  private let environment: [String: String]
  private let profiles: ProfileSource
  /// The server.
  let baseURL: Setting<BaseURL>

  /// Determines the settings.
  ///
  /// - Parameters:
  ///   - profile: The name of the profile; `nil` for `default`, which need not exist.
  ///   - baseURL: The URL of an option.
  ///   - environment: The environment.
  ///   - file: The configuration file of the Atlas CLI.
  /// - Throws: ``EndpointError/configuration(setting:reason:)``.
  init(
    profile: String?, baseURL: String?, environment: [String: String],
    file: URL = Profile.defaultFile
  ) throws {
    self.environment = environment.filter { !$0.value.isEmpty }
    profiles = try ProfileSource(name: profile, file: file)
    self.baseURL =
      if let baseURL {
        Setting(value: try BaseURL(baseURL), source: "--base-url")
      } else if let setting = profiles.named?.baseURLSetting {
        setting
      } else if let url = try BaseURL(environment: environment) {
        Setting(value: url, source: "MONGODB_ATLAS_BASE_URL")
      } else if let setting = profiles.fallback?.baseURLSetting {
        setting
      } else {
        Setting(value: .atlas, source: "the default")
      }
  }

  /// Returns the credentials.
  ///
  /// - Throws: A failure that names the sources if there are none.
  func credentials() throws -> Setting<Credentials> {
    if let profile = profiles.named {
      guard let credentials = profile.credentials else {
        throw CommandFailure(
          .connection,
          "the profile '\(profile.name)' has neither an API key nor a service account")
      }
      return Setting(value: credentials, source: profile.source)
    }
    if Credentials.exist(in: environment) {
      do {
        return Setting(
          value: try Credentials(environment: environment), source: environmentSource)
      } catch EndpointError.configuration(let setting, _) {
        throw CommandFailure(.connection, "missing credentials: \(setting) is not set")
      }
    }
    if let problem = profiles.problem { throw problem }
    guard let profile = profiles.fallback, let credentials = profile.credentials else {
      throw CommandFailure(
        .connection,
        "missing credentials: set MONGODB_ATLAS_PUBLIC_KEY and MONGODB_ATLAS_PRIVATE_KEY, or "
          + "MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET, or create a profile with "
          + "'atlas config init'")
    }
    return Setting(value: credentials, source: profile.source)
  }

  /// The variables with the credentials.
  private var environmentSource: String {
    func isSet(_ name: String) -> Bool { environment[name] != nil }
    if isSet("MONGODB_ATLAS_CLIENT_ID") {
      return "MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET"
    }
    let infix =
      !isSet("MONGODB_ATLAS_PUBLIC_KEY") && isSet("MONGODB_ATLAS_PUBLIC_API_KEY") ? "API_" : ""
    return "MONGODB_ATLAS_PUBLIC_\(infix)KEY and MONGODB_ATLAS_PRIVATE_\(infix)KEY"
  }

  /// The identifier of the project that requests use if they name none.
  var projectID: Setting<String>? { identifier("MONGODB_ATLAS_PROJECT_ID", \.projectID) }

  /// The identifier of the organization that requests use if they name none.
  var organizationID: Setting<String>? { identifier("MONGODB_ATLAS_ORG_ID", \.organizationID) }

  private func identifier(
    _ variable: String, _ property: KeyPath<Profile, ObjectID?>
  ) -> Setting<String>? {
    if let profile = profiles.named, let id = profile[keyPath: property] {
      return Setting(value: id.rawValue, source: profile.source)
    }
    if let id = environment[variable] { return Setting(value: id, source: variable) }
    return profiles.fallback.flatMap { profile in
      profile[keyPath: property].map { Setting(value: $0.rawValue, source: profile.source) }
    }
  }
}

/// The profile that is used.
private struct ProfileSource {
  /// The profile that an option names.
  var named: Profile?
  /// The profile `default` if it exists and is valid.
  var fallback: Profile?
  /// The reason why the profile `default` cannot be used; `nil` if it does not exist.
  var problem: (any Error)?

  init(name: String?, file: URL) throws {
    if let name {
      named = try Profile.load(name, from: file)
    } else if FileManager.default.fileExists(atPath: file.path) {
      do {
        guard try Profile.names(in: file).contains("default") else { return }
        fallback = try Profile.load(from: file)
      } catch {
        problem = error
      }
    }
  }
}

extension Profile {
  /// The description as a source.
  fileprivate var source: String { "the profile '\(name)'" }

  fileprivate var baseURLSetting: Setting<BaseURL>? {
    baseURL.map { Setting(value: $0, source: source) }
  }
}
