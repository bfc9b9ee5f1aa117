import Testing

@testable import EndpointRuntime

@Suite("A deadline")
struct DeadlinesTests {
  private let clock = ManualClock()
  private let deadlines: Deadlines

  init() { deadlines = Deadlines(clock: RuntimeClock(clock)) }

  /// An operation that ends only when it is cancelled.
  private func begin(within duration: Duration) -> Task<Void, any Error> {
    Task { [deadlines] in
      try await deadlines.run(within: duration) { try await Task.sleep(for: .seconds(86_400)) }
    }
  }

  private func isTimeout(_ error: any Error, _ duration: Duration) -> Bool {
    guard case EndpointError.timeout(let failure) = error else { return false }
    return failure.limit == duration
  }

  @Test("cancels late operations and reports the limit")
  func late() async {
    let operation = begin(within: .seconds(60))
    await clock.hasSlept(times: 1)
    clock.pass(.seconds(60))
    await #expect {
      try await operation.value
    } throws: {
      isTimeout($0, .seconds(60))
    }
  }

  @Test("is kept if it is earlier than others")
  func order() async {
    let patient = begin(within: .seconds(60))
    await clock.hasSlept(times: 1)
    let hasty = begin(within: .seconds(1))
    await clock.hasSlept(times: 2)
    clock.pass(.seconds(1))
    await #expect {
      try await hasty.value
    } throws: {
      isTimeout($0, .seconds(1))
    }
    clock.pass(.seconds(59))
    await #expect {
      try await patient.value
    } throws: {
      isTimeout($0, .seconds(60))
    }
  }

  @Test("leaves nothing behind after an operation that ends in time")
  func inTime() async throws {
    for number in 0..<100 {
      let result = try await deadlines.run(within: .seconds(60)) {
        await Task.yield()
        return number
      }
      #expect(result == number)
    }
    await clock.hasSlept(times: 1)
    #expect(clock.sleeps == 1)
  }

  @Test("needs no clock for an operation that does not wait")
  func immediate() async throws {
    if #available(macOS 26, macCatalyst 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
      let result = try await deadlines.run(within: .seconds(60)) { 1 }
      #expect(result == 1)
      #expect(clock.sleeps == 0)
    }
  }

  @Test("does not change errors and cancellation")
  func errors() async {
    await #expect(throws: TransportError.self) {
      try await deadlines.run(within: .seconds(60)) { throw TransportError(.other, message: "no") }
    }
    let operation = begin(within: .seconds(60))
    operation.cancel()
    await #expect(throws: CancellationError.self) { try await operation.value }
  }

  @Test("that has passed starts no operation")
  func passed() async {
    await #expect {
      try await deadlines.run(within: .zero) { Issue.record("it began") }
    } throws: {
      isTimeout($0, .zero)
    }
  }
}
