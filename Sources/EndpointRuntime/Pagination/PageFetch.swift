/// An in-flight request for a page. It is cancelled when the last reference is released.
final class PageFetch<Item: Sendable>: Sendable {
  let window: ListWindow
  private let task: Task<Page<Item>, any Error>

  init(_ window: ListWindow, _ operation: @escaping @Sendable () async throws -> Page<Item>) {
    self.window = window
    task = Task { try await operation() }
  }

  deinit { task.cancel() }

  /// Returns the page.
  ///
  /// - Throws: ``EndpointError`` if it cannot be fetched.
  func result() async throws -> Page<Item> {
    try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }
}
