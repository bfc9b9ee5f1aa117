public import Foundation

/// A successful response that does not match the definition.
public struct ResponseDecodingError: Error, Hashable, Sendable {
  /// The name of the endpoint.
  public var endpoint: String
  /// The path to the value that does not match, such as `results.0.id`; empty for the whole body.
  public var codingPath: String
  /// A description of the problem.
  public var problem: String
  /// The beginning of the body on one line, from at most 200 bytes, without possible secrets.
  public var excerpt: String

  /// Creates an error.
  public init(endpoint: String, codingPath: String = "", problem: String, excerpt: String = "") {
    self.endpoint = endpoint
    self.codingPath = codingPath
    self.problem = problem
    self.excerpt = excerpt
  }

  init(_ error: any Error, endpoint: String, body: Data) {
    self.endpoint = endpoint
    let (context, problem): (DecodingError.Context?, String) =
      switch error {
      case DecodingError.keyNotFound(let key, let context):
        (context, "the field '\(key.stringValue)' is missing")
      case DecodingError.typeMismatch(_, let context): (context, context.debugDescription)
      case DecodingError.valueNotFound(_, let context): (context, context.debugDescription)
      case DecodingError.dataCorrupted(let context):
        (context, context.debugDescription)
      default: (nil, "\(error)")
      }
    codingPath = (context?.codingPath ?? []).map { $0.intValue.map(String.init) ?? $0.stringValue }
      .joined(separator: ".")
    // Some descriptions of Foundation end in a full stop, and others do not.
    self.problem = problem.hasSuffix(".") ? String(problem.dropLast()) : problem
    excerpt = BodyExcerpt.text(of: body, limit: 200)
  }
}

extension ResponseDecodingError: CustomStringConvertible, LocalizedError {
  /// A description of the problem with its location.
  public var description: String {
    "the response to \(endpoint) does not match the definition"
      + (codingPath.isEmpty ? "" : " at \(codingPath)") + ": \(problem)"
      + (excerpt.isEmpty ? "" : "; it begins with: \(excerpt)")
  }

  /// The same as the description.
  public var errorDescription: String? { description }
}
