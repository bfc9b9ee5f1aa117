import EndpointDefinition
import EndpointModel

/// The type of a response in Swift.
struct ResponseRenderer {
  private let responses: [ResponseModel]
  private let isPaginated: Bool

  init(_ endpoint: OperationModel) {
    responses = endpoint.responses
    isPaginated = endpoint.isPaginated
  }

  /// The type as source text.
  var type: String {
    switch shape {
    case .single(let payload): payload?.swiftType ?? "Void"
    case .optional(let payload): payload.swiftType + "?"
    case .cases: "Response"
    }
  }

  /// The responses with a case each; empty if all have one type.
  var cases: [(name: String, model: ResponseModel)] {
    guard case .cases = shape else { return [] }
    return responses.map { (caseName(of: $0), $0) }
  }

  /// The statements that decode a response; `nil` if the runtime's default applies.
  var decoding: [String]? {
    switch shape {
    case .single(.json), .single(nil): return nil
    case .single(let payload?): return [payload.reading]
    case .optional, .cases:
      // Kinds with a media type are tested before those without.
      let others = responses.filter { $0.location != fallback?.location }
      let ordered =
        others.filter { $0.contentType != nil } + others.filter { $0.contentType == nil }
      let choices = ordered.map { "if \($0.condition) { return \(result(of: $0)) }" }
      return (isOptionalJSON ? ["if response.isEmpty { return nil }"] : []) + choices
        + [fallback.map { "return \(result(of: $0))" } ?? ""]
    }
  }

  /// Whether the body of a response can be a JSON document or missing, which some servers do with
  /// any status.
  private var isOptionalJSON: Bool {
    if case .optional(let payload) = shape { payload.jsonType != nil } else { false }
  }

  private enum Shape {
    case single(Payload?)
    /// One type of payload, or none.
    case optional(Payload)
    case cases
  }

  private var shape: Shape {
    guard responses.count > 1 else { return .single(responses.first?.payload) }
    let payloads = Set(responses.map(\.payload))
    if payloads.count == 1 { return .single(responses[0].payload) }
    if payloads.count == 2, payloads.contains(nil), let payload = payloads.compactMap({ $0 }).first
    {
      return .optional(payload)
    }
    return .cases
  }

  /// The kind of a response that matches no other.
  private var fallback: ResponseModel? {
    responses.first(where: \.matchesAnySuccess)
      ?? responses.first { $0.payload?.jsonType != nil } ?? responses.first
  }

  private func result(of response: ResponseModel) -> String {
    if case .optional = shape { return response.payload?.reading ?? "nil" }
    let name = SwiftName.behindDot(caseName(of: response))
    return ".\(name)" + (response.payload.map { "(\($0.reading))" } ?? "")
  }

  private func caseName(of response: ResponseModel) -> String {
    if let name = response.swiftName { return name }
    let sharesStatus = responses.contains {
      $0.location != response.location && !Set($0.statuses).isDisjoint(with: response.statuses)
    }
    if sharesStatus {
      let subtype = (response.contentType ?? "application/json").split(separator: "/").last
      let format = subtype?.split { "+;.".contains($0) }.last ?? "json"
      return SwiftName.member(String(format))
    }
    if response.matchesAnySuccess { return "success" }
    let names = [
      102: "processing", 200: "ok", 201: "created", 202: "accepted", 203: "nonAuthoritative",
      204: "noContent",
      205: "resetContent", 206: "partialContent",
    ]
    let status = response.statuses.first ?? 200
    return names[status] ?? "status\(status)"
  }
}

extension ResponseModel {
  /// The expression that tests whether `response` is of the kind.
  fileprivate var condition: String {
    var arguments: [String] = []
    if !matchesAnySuccess {
      let statuses = statuses.map(String.init).joined(separator: ", ")
      arguments.append("statuses: [\(statuses)]")
    }
    if let contentType {
      let type = contentType.prefix { $0 != ";" }.lowercased()
      arguments.append("contentType: \(type.swiftLiteral)")
    }
    return "response.matches(\(arguments.joined(separator: ", ")))"
  }
}

extension Payload {
  /// The type as source text.
  var swiftType: String {
    switch self {
    case .json(let type): type.swiftType
    case .text: "String"
    case .data: "Data"
    case .stream: "HTTPBody"
    }
  }

  /// The expression that decodes the payload of `response`.
  fileprivate var reading: String {
    switch self {
    case .json(let type): "try response.value(\(type.swiftType).self)"
    case .text: "response.text"
    case .data: "response.data"
    case .stream: "response.bytes"
    }
  }
}
