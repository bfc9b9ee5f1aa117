import ArgumentParser
import EndpointRuntime

/// The format of error messages.
enum ErrorFormat: String, ExpressibleByArgument, CaseIterable {
  /// A sentence.
  case text
  /// A JSON object on one line.
  case json

  /// The format that arguments ask for. They are not parsed, since their errors have the format as well.
  init(arguments: [String]) {
    let isJSON = zip(arguments, arguments.dropFirst() + [""]).contains { argument, next in
      argument == "--error-format=json" || (argument == "--error-format" && next == "json")
    }
    self = isJSON ? .json : .text
  }

  /// Returns the message of a failure without a line feed.
  func message(of failure: CommandFailure) -> String {
    switch self {
    case .text: "error: \(failure.message)"
    case .json: (try? failure.json.document()) ?? "{}"
    }
  }
}

extension CommandFailure {
  /// The failure as an object.
  var json: JSON {
    var members: [String: JSON] = [
      "kind": .string(status.kind), "exitStatus": .integer(Int64(status.rawValue)),
      "message": .string(message),
    ]
    guard let response else { return .object(members) }
    members["endpoint"] = .string(response.endpoint)
    members["status"] = .integer(Int64(response.status.code))
    members["code"] = response.rawCode.map { .string($0) }
    members["detail"] = response.detail.map { .string($0) }
    members["reason"] = response.reason.map { .string($0) }
    members["hint"] = response.hint.map { .string($0) }
    members["requestId"] = response.requestID.map { .string($0) }
    if !response.parameters.isEmpty { members["parameters"] = .array(response.parameters) }
    if let detail = response.badRequestDetail {
      members["fields"] = .array(
        detail.fields.map {
          ["field": .string($0.field), "description": .string($0.description)]
        })
    }
    return .object(members)
  }
}

extension CommandFailure.Status {
  fileprivate var kind: String {
    switch self {
    case .api: "api"
    case .usage: "usage"
    case .connection: "connection"
    case .state: "state"
    }
  }
}
