import Foundation
import Testing

@testable import EndpointRuntime

@Suite("A timestamp")
struct TimestampTests {
  @Test(
    "has optional fractions and offsets",
    arguments: [
      ("1970-01-01T00:00:00Z", 0.0), ("2026-01-31T08:15:30Z", 1_769_847_330),
      ("2026-01-31T08:15:30.5Z", 1_769_847_330.5), ("2026-01-31T08:15:30.000000Z", 1_769_847_330),
      ("2026-01-31T10:15:30+02:00", 1_769_847_330), ("2026-01-31T03:15:30-0500", 1_769_847_330),
      ("2026-01-31 08:15:30z", 1_769_847_330), ("2026-01-31T08:15Z", 1_769_847_300),
      ("2024-02-29", 1_709_164_800), ("0001-01-01T00:00:00Z", -62_135_596_800),
      ("1969-12-31T23:59:59Z", -1),
    ])
  func reading(text: String, seconds: Double) throws {
    let date = try #require(Timestamp.date(from: text))
    #expect(abs(date.timeIntervalSince1970 - seconds) < 0.0005)
  }

  @Test(
    "is rejected if it is not a point in time",
    arguments: [
      "", "2026", "2026-13-01", "2026-02-29", "2026-01-31T", "2026-01-31T25:00:00Z",
      "2026-01-31T08:15:30X", "2026-01-31T08:15:30.Z", "2026-01-31T08:15:30Z ", "yesterday",
    ])
  func rejecting(text: String) {
    #expect(Timestamp.date(from: text) == nil)
  }

  @Test("is written in UTC and read back unchanged, in every year")
  func roundTrip() throws {
    #expect(
      Timestamp.string(from: Date(timeIntervalSince1970: 1_769_847_330)) == "2026-01-31T08:15:30Z")
    #expect(Timestamp.string(from: Date(timeIntervalSince1970: -0.5)) == "1969-12-31T23:59:59.500Z")
    for day in stride(from: -719_000, through: 2_900_000, by: 37) {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 12_345.25)
      #expect(Timestamp.date(from: Timestamp.string(from: date)) == date)
    }
  }

  @Test(
    "is written for any date",
    arguments: [Double.infinity, -.infinity, 1e300, -1e300, .nan])
  func extremes(seconds: Double) {
    #expect(Timestamp.string(from: Date(timeIntervalSince1970: seconds)).hasSuffix("Z"))
  }

  @Test("is decoded from a string or seconds")
  func decoding() throws {
    let dates = try JSONCoding.decode(
      [Date].self, from: Data(#"["2026-01-31T08:15:30Z", 1769847330]"#.utf8))
    #expect(dates[0] == dates[1])
    #expect(
      try JSONCoding.encode(dates)
        == Data(#"["2026-01-31T08:15:30Z","2026-01-31T08:15:30Z"]"#.utf8))
  }
}
