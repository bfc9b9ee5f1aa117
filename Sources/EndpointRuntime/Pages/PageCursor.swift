import Foundation

/// Decides, page after page, whether there is another one.
///
/// Ending too early loses items and ending too late costs one request, so in doubt it goes on:
/// - an empty page is the end, and so is a page that repeats the one before (the server does not page);
/// - if the server tells the total, the end is where that many items have come;
/// - if not, the end is a page shorter than one before. That a first page is shorter than was asked
///   for says nothing: the server may have a limit of its own.
struct PageCursor {
  /// The number of the page to fetch next; absent at the end.
  private(set) var next: Int?
  /// Whether the pages began with the first one, so that a total can be compared.
  private let isFromStart: Bool
  private var seen = 0
  private var longest = 0
  private var lastBody: Data?

  init(first: PageRequest, rule: PaginationRule?) {
    let firstPage = rule?.firstPage ?? 1
    let number = first.number ?? firstPage
    next = number
    isFromStart = number <= firstPage
  }

  /// Ends the pages until another one is accepted.
  mutating func stop() { next = nil }

  /// Takes note of a page that came.
  ///
  /// - Returns: Whether it belongs to the list: not if it is empty or repeats the one before.
  mutating func accept(_ number: Int, count: Int, total: Int?, _ body: Data) -> Bool {
    let isFirst = lastBody == nil
    guard count > 0, body != lastBody else { return isFirst }
    seen += count
    let isLast =
      if let total, isFromStart, total >= count { seen >= total } else { count < longest }
    longest = max(longest, count)
    lastBody = body
    if !isLast, number < Int.max { next = number + 1 }
    return true
  }
}
