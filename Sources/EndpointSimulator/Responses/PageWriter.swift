import EndpointModel
import EndpointRuntime

/// Writes the requested page of a list.
struct PageWriter {
  let rule: Pagination
  let query: Query

  /// Returns the page, with the total unless it is declined, and with links to itself and its
  /// neighbors.
  ///
  /// - Parameter url: The URL of the list without its query.
  func document(of items: [JSON], at url: String) -> JSON {
    let size = query[rule.sizeParameter].flatMap { Int($0) } ?? rule.defaultSize
    let number = query[rule.pageParameter].flatMap { Int($0) } ?? rule.firstPage
    let (start, isFarBeyond) = (number - rule.firstPage).multipliedReportingOverflow(by: size)
    let page = isFarBeyond ? [] : Array(items.dropFirst(start).prefix(size))
    var members: [String: JSON] = [rule.items: .array(page)]
    if let total = rule.total, rule.countParameter.flatMap({ query[$0] }) != "false" {
      members[total] = .integer(Int64(items.count))
    }
    var links = [link("self", url, number, size)]
    if number > rule.firstPage { links.append(link("previous", url, number - 1, size)) }
    if !isFarBeyond, start + page.count < items.count {
      links.append(link("next", url, number + 1, size))
    }
    members["links"] = .array(links)
    return .object(members)
  }

  private func link(_ relation: String, _ url: String, _ number: Int, _ size: Int) -> JSON {
    let query = query.setting(rule.pageParameter, to: String(number))
      .setting(rule.sizeParameter, to: String(size))
    return ["rel": .string(relation), "href": .string("\(url)?\(query.percentEncoded)")]
  }
}
