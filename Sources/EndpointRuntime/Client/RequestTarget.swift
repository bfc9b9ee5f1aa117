import Foundation

/// Puts a request-target together: the path template with its values, and the query.
package struct RequestTarget {
  let request: EndpointRequest
  let sharedQuery: [(name: String, value: String)]

  /// The target as it is sent, appended to a path.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` for values that no path can carry.
  func text(after prefix: String) throws(EndpointError) -> String {
    var target = prefix + (try path())
    let query = request.query + sharedQuery
    if !query.isEmpty {
      target += "?"
      target += query.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }
        .joined(separator: "&")
    }
    return target
  }

  private func path() throws(EndpointError) -> String {
    var path = ""
    let template = request.descriptor.path.utf8
    for segment in template.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .dropFirst()
    {
      path += "/"
      path += try expand(segment)
    }
    return path
  }

  /// A segment of the template with its placeholders replaced.
  private func expand(_ segment: Substring.UTF8View) throws(EndpointError) -> String {
    var expanded = ""
    var placeholder: String?
    var rest = segment
    while let start = rest.firstIndex(of: UInt8(ascii: "{")),
      let end = rest[start...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(Substring(rest[rest.index(after: start)..<end]))
      guard let value = request.pathValues[name] else {
        throw .invalidRequest(parameter: name, reason: "is part of the path and has no value")
      }
      guard !value.isEmpty else {
        throw .invalidRequest(parameter: name, reason: "is part of the path and cannot be empty")
      }
      expanded += Substring(rest[..<start])
      expanded += value.percentEncoded
      placeholder = name
      rest = rest[end...].dropFirst()
    }
    expanded += Substring(rest)
    // These segments would be taken for steps to another path.
    if let placeholder, expanded == "." || expanded == ".." {
      throw .invalidRequest(
        parameter: placeholder, reason: "cannot be '\(expanded)', which no path can carry")
    }
    return expanded
  }
}

extension RequestTarget {
  /// Whether a text is a path and perhaps a query that need no further encoding.
  package static func isOriginForm(_ text: String) -> Bool {
    var bytes = text.utf8.makeIterator()
    guard bytes.next() == UInt8(ascii: "/") else { return false }
    while let byte = bytes.next() {
      if byte == UInt8(ascii: "%") {
        guard bytes.next()?.isHexDigit == true, bytes.next()?.isHexDigit == true else {
          return false
        }
      } else if !byte.isPathCharacter, byte != UInt8(ascii: "/"), byte != UInt8(ascii: "?") {
        return false
      }
    }
    return true
  }
}
