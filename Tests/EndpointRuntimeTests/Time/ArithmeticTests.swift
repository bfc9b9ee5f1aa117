import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation
import TestSupport
import Testing
import Zoo

@Suite("Extreme numbers")
struct ArithmeticTests {
  private let extremes: [String] = [
    "0", "-0", "1", "-1", "0.5", "1e12", "9.9e12", "-9.9e12", "1e13", "9e15", "1e18", "1e19",
    "-1e19", "1e38", "1e308", "-1e308", "1e309", "9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "18446744073709551616", "5e-324", "123456789012345678901234567890",
  ]
  private let units: [TimeUnit] = [.milliseconds, .seconds, .minutes, .hours, .days]

  @Test("are times or errors in every unit")
  func times() throws {
    var random = SplitMix(state: 7)
    let others = (0..<2_000).map { _ in
      "\(Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0...60, using: &random))"
        + "e\(Int.random(in: -30...30, using: &random))"
    }
    for text in extremes + others {
      guard let count = try? JSONDecoder().decode(TimeCount.self, from: Data(text.utf8)) else {
        continue
      }
      for unit in units {
        let duration = count.duration(in: unit)
        _ = TimeCount(duration, in: unit).parameterValue
        let date = count.date(in: unit)
        _ = TimeCount(date, in: unit).parameterValue
        _ = date.parameterValue
        _ = Timestamp.string(from: date)
        _ = try JSONEncoder().encode(TimeCount(duration, in: unit))
      }
    }
  }

  @Test("are durations of any size in parameters")
  func durations() {
    for seconds in [Int64.min, -1, 0, 1, .max] {
      for unit in units {
        #expect(!TimeCount(Duration.seconds(seconds), in: unit).parameterValue.isEmpty)
      }
    }
    #expect(TimeCount(Duration.seconds(90), in: .minutes).parameterValue == "1.5")
  }

  @Test("are dates or invalid")
  func dates() {
    var random = SplitMix(state: 11)
    let alphabet = Array("0123456789-:TZ.+ eSunNovGMT")
    for length in 0..<3_000 {
      let characters = (0..<(length % 40)).compactMap { _ in
        alphabet.randomElement(using: &random)
      }
      let text = String(characters)
      if let date = Timestamp.date(from: text) { _ = Timestamp.string(from: date) }
    }
    for year in [0, 1, 1969, 1970, 9999] {
      let text = "\(String(repeating: "0", count: 4 - "\(year)".count))\(year)-02-28T23:59:59Z"
      #expect(Timestamp.date(from: text).map(Timestamp.string(from:)) == text)
    }
    for interval in [Double.infinity, -.infinity, .nan, 1e300, -1e300] {
      #expect(Timestamp.string(from: Date(timeIntervalSince1970: interval)).hasSuffix("Z"))
    }
  }

  @Test(
    "are delays or ignored in the fields of a rejection",
    arguments: [
      "9223372036854775807", "99999999999999999999999", "-1", "1e5", "0", "",
      "Sun, 06 Nov 300000000000 08:49:37 GMT", "Sun, 06 Nov 9999 23:59:60 GMT",
    ])
  func fields(text: String) async {
    let fields = [("Retry-After", text), ("Ratelimit-Remaining", text), ("Ratelimit-Limit", text)]
    let transport = ScriptedTransport { _, _ in Reply(429, fields, "{}") }
    let client = EndpointClient<ZooAPI>(
      transport, configuration: ClientConfiguration(timeout: .seconds(1), retryPolicy: .never))
    let error = await failure { try await client.send(GetPen()) }
    #expect(error?.statusCode == 429)
  }
}
