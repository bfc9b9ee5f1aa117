import EndpointHelp
import EndpointModel

/// A flag of `call` that sets a parameter of an endpoint.
struct EndpointFlag {
  /// The name with its hyphens, such as `--group-id`.
  let name: String
  private let described: DescribedParameter

  init(name: String, of parameter: DescribedParameter) {
    self.name = name
    described = parameter
  }

  var parameter: ParameterDescriptor { described.parameter }
  /// The name of the parameter in Swift.
  var swiftName: String { described.swiftName }
  /// A summary of the parameter; `nil` if there is none.
  var summary: String? { described.summary }
  /// The known or accepted values; empty for any.
  var values: [String] { described.values }

  /// Whether the flag alone sets `true`.
  var isSwitch: Bool { parameter.type == .bool }

  /// The default in the settings of the connection.
  var settingDefault: SettingDefault? {
    parameter.location == .path ? SettingDefault(parameter.name) : nil
  }
}

/// A parameter that defaults to a setting of the connection.
enum SettingDefault {
  case project, organization

  /// Returns the default of a path parameter; `nil` if it has none.
  init?(_ name: String) {
    switch name.plainName {
    case "groupid", "projectid": self = .project
    case "orgid": self = .organization
    default: return nil
    }
  }

  /// The variable that sets it.
  var variable: String {
    switch self {
    case .project: "MONGODB_ATLAS_PROJECT_ID"
    case .organization: "MONGODB_ATLAS_ORG_ID"
    }
  }

  /// Returns the value in settings.
  func value(in settings: ConnectionSettings) -> String? {
    switch self {
    case .project: settings.projectID?.value
    case .organization: settings.organizationID?.value
    }
  }
}

/// The flags of an endpoint.
struct EndpointFlags {
  let flags: [EndpointFlag]

  /// The options of `call` itself, whose names no flag has.
  static let reservedNames: Set<String> = [
    "api", "body", "set", "all", "wait", "until", "interval", "wait-timeout", "output", "columns",
    "filter", "output-file", "include", "error-format", "profile", "base-url", "timeout", "verbose",
    "help", "version",
  ]

  init(_ endpoint: EndpointDescriptor, in catalog: EndpointCatalog) {
    var names = Self.reservedNames
    flags = catalog.describedParameters(of: endpoint).map { described in
      let parameter = described.parameter
      var name = parameter.name.hyphenated
      if !names.insert(name).inserted {
        name = "\(parameter.location.rawValue)-\(name)"
        names.insert(name)
      }
      return EndpointFlag(name: "--" + name, of: described)
    }
  }

  /// Returns the flag with a name in any spelling, without its hyphens; `nil` if there is none.
  func find(_ name: String) -> EndpointFlag? {
    let name = name.plainName
    return flags.first { $0.name.plainName == name }
      ?? flags.first { $0.parameter.name.plainName == name }
      ?? flags.first { $0.swiftName.plainName == name }
  }
}
