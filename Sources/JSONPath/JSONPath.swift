public import EndpointRuntime

/// A query that selects values of a JSON document (RFC 9535).
///
/// ```swift
/// let path = try JSONPath("$.results[?@.stateName == 'IDLE'].name")
/// let names = path.values(in: document)
/// ```
///
/// The members of an object are visited in the order of their names.
public struct JSONPath: Sendable, CustomStringConvertible {
  /// The query as it was written.
  public let description: String
  private let query: PathQuery

  /// Creates a query of its text.
  ///
  /// - Throws: ``JSONPathError`` with the location of the first mistake.
  public init(_ text: String) throws(JSONPathError) {
    description = text
    var parser = PathParser(text)
    query = try parser.parse()
  }

  /// Whether the query selects at most one value, whatever the document is.
  public var isSingular: Bool { query.isSingular }

  /// Returns the selected values in order.
  public func values(in document: JSON) -> [JSON] {
    Evaluation(root: document).values(of: query, at: document)
  }
}

/// A mistake in the text of a query.
public struct JSONPathError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number of the character, from 1.
  public var column: Int
  /// The problem.
  public var problem: String

  /// Creates an error.
  public init(column: Int, problem: String) {
    self.column = column
    self.problem = problem
  }

  /// The location and the problem.
  public var description: String { "column \(column): \(problem)" }
}
