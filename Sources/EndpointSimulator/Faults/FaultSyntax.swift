public import Foundation

/// A text that is not a valid fault.
public struct FaultSyntaxError: Error, Hashable, Sendable, CustomStringConvertible, LocalizedError {
  /// The text.
  public var text: String
  /// The part that is invalid.
  public var part: String
  /// The problem and how to fix it.
  public var reason: String

  /// A description of the problem and how to fix it.
  public var description: String {
    "invalid fault '\(text)': " + (part.isEmpty ? reason : "'\(part)' \(reason)")
  }

  /// The same as the description.
  public var errorDescription: String? { description }
}

extension Fault: CustomStringConvertible, LosslessStringConvertible {
  /// Parses a fault: an action, and options after semicolons.
  ///
  /// | Action | Meaning |
  /// |---|---|
  /// | `latency=2s` | waits before the request is handled |
  /// | `status=429` | responds with an error, see ``Action/status(_:retryAfter:)`` |
  /// | `drop=request` | closes the connection before the request is handled |
  /// | `drop=response` | closes the connection after the request is handled |
  /// | `drop=body` | closes the connection in the middle of the body |
  /// | `truncate` | sends the first half of the body |
  /// | `slow-body=5s` | sends the body within a duration |
  ///
  /// | Option | Meaning |
  /// |---|---|
  /// | `endpoint=GetCluster` | only for the endpoint |
  /// | `method=GET` | only for the method |
  /// | `path=/api/atlas/v2` | only for paths that begin with the text |
  /// | `times=3` | for the next three requests |
  /// | `probability=0.1` | for a random part of the requests |
  /// | `retry-after=5s` | the value of `Retry-After`, for `status` only |
  ///
  /// Durations have the unit `ms`, `s`, `m`, or `h`.
  public init(parsing text: String) throws(FaultSyntaxError) {
    func problem(_ part: String, _ reason: String) -> FaultSyntaxError {
      FaultSyntaxError(text: text, part: part, reason: reason)
    }
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard let first = parts.first, !first.isEmpty else {
      throw problem("", "there is no action; write one such as latency=2s")
    }
    do throws(PartProblem) {
      self.init(try Self.action(first))
    } catch {
      throw problem(first, error.reason)
    }
    for part in parts.dropFirst() {
      do throws(PartProblem) {
        try setOption(part)
      } catch {
        throw problem(part, error.reason)
      }
    }
  }

  /// Parses several faults that are separated by commas.
  static func list(parsing text: String) throws(FaultSyntaxError) -> [Fault] {
    var faults: [Fault] = []
    for part in text.split(separator: ",") { faults.append(try Fault(parsing: String(part))) }
    return faults
  }

  /// Parses a fault; `nil` if the text is invalid.
  public init?(_ description: String) {
    guard let fault = try? Fault(parsing: description) else { return nil }
    self = fault
  }

  /// The text that describes the fault.
  public var description: String {
    var parts = [action.description]
    if case .status(_, let retryAfter?) = action { parts.append("retry-after=\(retryAfter.text)") }
    if let endpoint { parts.append("endpoint=\(endpoint)") }
    if let method { parts.append("method=\(method)") }
    if let pathPrefix { parts.append("path=\(pathPrefix)") }
    if let times { parts.append("times=\(times)") }
    if probability != 1 { parts.append("probability=\(probability)") }
    return parts.joined(separator: "; ")
  }

  private struct PartProblem: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
  }

  private static func action(_ part: String) throws(PartProblem) -> Action {
    let (name, value) = pair(part)
    switch name {
    case "latency": return .latency(try duration(value))
    case "slow-body": return .slowBody(try duration(value))
    case "truncate" where value == nil: return .truncate
    case "status":
      guard let status = value.flatMap({ Int($0) }), (400...599).contains(status) else {
        throw PartProblem("must have a status from 400 to 599")
      }
      return .status(status)
    case "drop":
      guard let stage = value.flatMap({ Stage(rawValue: $0) }) else {
        throw PartProblem("must be drop=request, drop=response, or drop=body")
      }
      return .drop(stage)
    default:
      throw PartProblem("is not an action; use latency, status, drop, truncate, or slow-body")
    }
  }

  private mutating func setOption(_ part: String) throws(PartProblem) {
    let (name, value) = Self.pair(part)
    guard let value, !value.isEmpty else { throw PartProblem("must have a value") }
    switch name {
    case "endpoint": endpoint = value
    case "method": method = value.uppercased()
    case "path":
      guard value.hasPrefix("/") else { throw PartProblem("must begin with a slash") }
      pathPrefix = value
    case "times":
      guard let number = Int(value), number > 0 else {
        throw PartProblem("must be a positive number")
      }
      times = number
    case "probability":
      guard let number = Double(value), (0...1).contains(number) else {
        throw PartProblem("must be a number from 0 to 1")
      }
      probability = number
    case "retry-after":
      guard case .status(let status, _) = action else {
        throw PartProblem("is an option of status only")
      }
      action = .status(status, retryAfter: try Self.duration(value))
    default:
      throw PartProblem(
        "is not an option; use endpoint, method, path, times, probability, or retry-after")
    }
  }

  private static func pair(_ part: String) -> (name: String, value: String?) {
    let parts = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    return (parts[0].lowercased(), parts.count == 2 ? parts[1] : nil)
  }

  private static func duration(_ value: String?) throws(PartProblem) -> Duration {
    guard let value, let duration = Duration(simulatorText: value) else {
      throw PartProblem("must have a duration from 0s to 24h, such as 2s or 500ms")
    }
    return duration
  }
}

extension Fault.Action: CustomStringConvertible {
  /// The text that describes the action, without options.
  public var description: String {
    switch self {
    case .latency(let duration): "latency=\(duration.text)"
    case .status(let status, _): "status=\(status)"
    case .drop(let stage): "drop=\(stage.rawValue)"
    case .truncate: "truncate"
    case .slowBody(let duration): "slow-body=\(duration.text)"
    }
  }
}

extension Duration {
  private static var units: KeyValuePairs<String, Double> {
    ["ms": 0.001, "s": 1, "m": 60, "h": 3600]
  }

  /// Parses a number with a unit, such as `500ms`, up to 24 hours; `nil` if it is invalid.
  package init?(simulatorText text: String) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(number.count)
    guard let factor = Self.units.first(where: { $0.key == unit })?.value,
      let value = Double(number), value * factor <= 86_400
    else { return nil }
    self = .seconds(value * factor)
  }

  /// The duration as a number with a unit.
  fileprivate var text: String {
    let milliseconds = self / .milliseconds(1)
    if milliseconds < 1000 || milliseconds.truncatingRemainder(dividingBy: 1000) != 0 {
      return "\(Self.digits(milliseconds))ms"
    }
    return "\(Self.digits(milliseconds / 1000))s"
  }

  private static func digits(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
