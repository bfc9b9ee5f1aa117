import EndpointRuntime
import Foundation
import HTTPTypes
import Synchronization

/// A server in memory that limits the rate of requests by a bucket of tokens.
///
/// Each request takes a token. Without one the response is 429 with the time until the next token,
/// in whole seconds. All responses have the size of the bucket and the number of tokens in it.
final class RateLimitedServer: HTTPTransport {
  struct Record {
    /// The number of requests that got a token.
    var accepted = 0
    /// The number of requests that got none.
    var rejected = 0
    /// The number of requests in each second.
    var perSecond: [Int64: Int] = [:]
  }

  private struct State {
    var tokens: Double
    var refilled = Duration.zero
    var record = Record()
  }

  /// The number of tokens that the bucket holds, and that it gains in a minute.
  static let limit = 100
  /// The time for a request and its response.
  static let latency = Duration.milliseconds(50)

  private let clock: VirtualClock
  private let state = Mutex(State(tokens: Double(limit)))

  init(clock: VirtualClock) { self.clock = clock }

  var record: Record { state.withLock { $0.record } }

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    try await clock.sleep(for: Self.latency)
    let tokens = take()
    var fields: HTTPFields = [.contentType: "application/json"]
    fields[Self.field("RateLimit-Limit")] = "\(Self.limit)"
    fields[Self.field("RateLimit-Remaining")] = "\(Int(max(tokens, 0)))"
    guard tokens < 0 else {
      return TransportResponse(
        head: HTTPResponse(status: .ok, headerFields: fields),
        body: HTTPBody(#"{"id":"5e2f0a1b9c8d7e6f5a4b3c2d","deliveryType":"download"}"#))
    }
    fields[.retryAfter] = "\(Int((-tokens * 60 / Double(Self.limit)).rounded(.up)))"
    return TransportResponse(
      head: HTTPResponse(status: .tooManyRequests, headerFields: fields),
      body: HTTPBody(
        #"{"error":429,"errorCode":"RATE_LIMITED_TOKEN_BUCKET","detail":"Too many requests."}"#))
  }

  /// Takes a token if there is one.
  ///
  /// - Returns: The number of tokens that remain; if there was none, less what one lacked.
  private func take() -> Double {
    let now = clock.now.offset
    return state.withLock { state in
      let gained = (now - state.refilled) / .seconds(60) * Double(Self.limit)
      state.tokens = min(state.tokens + gained, Double(Self.limit))
      state.refilled = now
      state.record.perSecond[now.components.seconds, default: 0] += 1
      guard state.tokens >= 1 else {
        state.record.rejected += 1
        return state.tokens - 1
      }
      state.record.accepted += 1
      state.tokens -= 1
      return state.tokens
    }
  }

  private static func field(_ name: String) -> HTTPField.Name {
    HTTPField.Name(name) ?? .retryAfter
  }
}
