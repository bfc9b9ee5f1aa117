@_exported public import AtlasCore
import EndpointRuntime
public import Foundation
import TOMLKit

/// A profile of the Atlas CLI: credentials with the organization and the project that commands use.
///
/// ```swift
/// let profile = try Profile.load("staging")
/// let atlas = try AtlasClient(profile: profile)
/// ```
///
/// The profiles are in the configuration file of the Atlas CLI, `config.toml`, one table for each.
public struct Profile: Sendable {
  /// The name of the profile.
  public var name: String
  /// The service account or the API key; `nil` if the profile has neither, for example after a
  /// login in a browser.
  public var credentials: Credentials?
  /// The server; `nil` for Atlas itself.
  public var baseURL: BaseURL?
  /// The identifier of the organization that commands use.
  public var organizationID: ObjectID?
  /// The identifier of the project that commands use.
  public var projectID: ObjectID?

  /// Reads a profile from a configuration file.
  ///
  /// - Parameters:
  ///   - name: The name of the profile. Defaults to `default`.
  ///   - file: The configuration file. Defaults to ``defaultFile``.
  /// - Throws: ``EndpointError/configuration(setting:reason:)`` if there is no such file or profile, or
  ///   if a field of the profile is invalid.
  public static func load(_ name: String = "default", from file: URL = defaultFile) throws
    -> Profile
  {
    try Profile(name, in: text(of: file), of: file)
  }

  /// Returns the names of the profiles in a configuration file, sorted.
  ///
  /// - Parameter file: The configuration file. Defaults to ``defaultFile``.
  /// - Throws: ``EndpointError/configuration(setting:reason:)`` if the file cannot be read or is not
  ///   valid TOML.
  public static func names(in file: URL = defaultFile) throws -> [String] {
    try names(in: document(text(of: file), of: file))
  }

  private static func names(in document: TOMLTable) -> [String] {
    document.keys.filter { document[$0]?.table != nil }.sorted()
  }

  private static func text(of file: URL) throws -> String {
    do {
      return try String(contentsOf: file, encoding: .utf8)
    } catch {
      throw EndpointError.configuration(
        setting: file.path, reason: "cannot be read; create a profile with 'atlas config init'")
    }
  }

  private static func document(_ text: String, of file: URL) throws -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch {
      // The message of the parser can quote the line with the key.
      throw EndpointError.configuration(setting: file.path, reason: "is not valid TOML")
    }
  }

  /// The configuration file of the Atlas CLI: `atlascli/config.toml` in the folder that
  /// `XDG_CONFIG_HOME` names, or in the user's folder for configuration files.
  public static var defaultFile: URL {
    file(in: ProcessInfo.processInfo.environment, home: .homeDirectory)
  }

  static func file(in environment: [String: String], home: URL) -> URL {
    #if os(macOS)
      let folder = home.appending(path: "Library/Application Support")
    #else
      let folder = home.appending(path: ".config")
    #endif
    let configured = environment["XDG_CONFIG_HOME"].flatMap { path in
      path.isEmpty ? nil : URL(filePath: path, directoryHint: .isDirectory)
    }
    return (configured ?? folder).appending(path: "atlascli/config.toml")
  }

  /// Reads a profile from a document.
  init(_ name: String, in text: String, of file: URL) throws {
    let document = try Self.document(text, of: file)
    guard let table = document[name]?.table else {
      let names = Self.names(in: document)
      throw EndpointError.configuration(
        setting: file.path,
        reason:
          "has no profile '\(name)'; it has \(names.isEmpty ? "none" : names.joined(separator: ", "))"
      )
    }
    let fields = ProfileFields(profile: name, table: table)
    self.name = name
    credentials = try fields.credentials
    baseURL = try fields.baseURL
    organizationID = try fields.string("org_id").map { ObjectID($0) }
    projectID = try fields.string("project_id").map { ObjectID($0) }
  }
}

/// The fields of a profile.
private struct ProfileFields {
  let profile: String
  let table: TOMLTable

  /// A field that is a string; `nil` if it is missing or empty.
  func string(_ name: String) throws -> String? {
    guard let value = table[name] else { return nil }
    guard let string = value.string else {
      throw problem(name, "must be a string")
    }
    return string.isEmpty ? nil : string
  }

  var credentials: Credentials? {
    get throws {
      if let clientID = try string("client_id") {
        return .serviceAccount(
          clientID: clientID, clientSecret: try required("client_secret", with: "client_id"))
      }
      guard let publicKey = try string("public_api_key") else { return nil }
      return .apiKey(
        publicKey: publicKey, privateKey: try required("private_api_key", with: "public_api_key"))
    }
  }

  var baseURL: BaseURL? {
    get throws {
      if let url = try string("ops_manager_url") {
        do {
          return try BaseURL(url)
        } catch EndpointError.configuration(_, let reason) {
          throw problem("ops_manager_url", reason)
        } catch {
          throw error
        }
      }
      return try string("service") == "cloudgov" ? .atlasForGovernment : nil
    }
  }

  private func required(_ name: String, with other: String) throws -> String {
    guard let value = try string(name) else {
      throw problem(
        name,
        "is missing beside '\(other)'; if the Atlas CLI keeps it in the system's keychain, set it "
          + "in the environment")
    }
    return value
  }

  private func problem(_ name: String, _ reason: String) -> EndpointError {
    .configuration(setting: "\(name) of the profile \(profile)", reason: reason)
  }
}

extension Profile: CustomStringConvertible, CustomReflectable {
  /// A description without the credentials.
  public var description: String { "Profile(\(name))" }
  /// A mirror without the credentials.
  public var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}
