import Foundation

/// A page as it came.
struct FetchedPage<Item: Sendable>: Sendable {
  let number: Int
  let page: Page<Item>
  let body: Data
}

/// A page that is being fetched; it is given up when nobody is left who wants it.
final class PageFetch<Item: Sendable>: Sendable {
  private let task: Task<FetchedPage<Item>, any Error>

  init(_ operation: @escaping @Sendable () async throws -> FetchedPage<Item>) {
    task = Task { try await operation() }
  }

  deinit { task.cancel() }

  /// The page.
  ///
  /// - Throws: ``EndpointError`` if it cannot be fetched.
  func result() async throws -> FetchedPage<Item> {
    try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }
}
