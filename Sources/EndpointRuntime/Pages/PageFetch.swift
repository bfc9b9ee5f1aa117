import Foundation

/// A page as it came.
struct FetchedPage<Item: Sendable>: Sendable {
  let number: Int
  let page: Page<Item>
  let body: Data
}

/// A page that is being fetched; it is given up when nobody is left who wants it.
final class PageFetch<Item: Sendable>: Sendable {
  private let task: Task<Result<FetchedPage<Item>, EndpointError>, Never>

  init(_ operation: @escaping @Sendable () async throws(EndpointError) -> FetchedPage<Item>) {
    task = Task {
      do throws(EndpointError) {
        return .success(try await operation())
      } catch {
        return .failure(error)
      }
    }
  }

  deinit { task.cancel() }

  /// The page.
  ///
  /// - Throws: ``EndpointError`` if it cannot be fetched.
  func result() async throws(EndpointError) -> FetchedPage<Item> {
    try await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }.get()
  }
}
