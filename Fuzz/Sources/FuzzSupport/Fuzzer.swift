import Dispatch

/// The loop of libFuzzer, for programs with a `main` of their own.
public enum Fuzzer {
  /// Feeds inputs to a test, as the command's arguments say, until time is up or one traps.
  public static func run(_ test: @escaping @Sendable ([UInt8]) -> Void) {
    Self.test = test
    var count = CommandLine.argc
    var arguments = Optional(CommandLine.unsafeArgv)
    _ = runFuzzer(&count, &arguments) { start, count in
      Fuzzer.test(Array(UnsafeBufferPointer(start: start, count: count)))
      return 0
    }
  }

  /// Feeds inputs to a test that waits for something.
  public static func run(_ test: @escaping @Sendable ([UInt8]) async -> Void) {
    run { (bytes: [UInt8]) in
      let isOver = DispatchSemaphore(value: 0)
      Task {
        await test(bytes)
        isOver.signal()
      }
      isOver.wait()
    }
  }

  // Set once, before the loop begins, on the thread that runs it.
  nonisolated(unsafe) private static var test: @Sendable ([UInt8]) -> Void = { _ in }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
