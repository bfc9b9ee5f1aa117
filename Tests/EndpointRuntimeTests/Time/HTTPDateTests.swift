import Foundation
import Testing

@testable import EndpointRuntime

@Suite("An HTTP date")
struct HTTPDateTests {
  @Test(
    "is written in the preferred form",
    arguments: [
      (784_111_777.0, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
      (-0.5, "Wed, 31 Dec 1969 23:59:59 GMT"), (1_709_210_096.9, "Thu, 29 Feb 2024 12:34:56 GMT"),
      (1e300, "Fri, 31 Dec 9999 23:59:59 GMT"), (-1e300, "Sat, 01 Jan 0000 00:00:00 GMT"),
      (.nan, "Thu, 01 Jan 1970 00:00:00 GMT"),
    ])
  func writing(seconds: Double, text: String) {
    let date = Date(timeIntervalSince1970: seconds)
    #expect(HTTPDate.string(from: date) == text)
  }

  @Test("is read as it was written")
  func roundTrip() {
    for seconds in stride(from: 0.0, to: 4e9, by: 12_345_679) {
      let date = Date(timeIntervalSince1970: seconds)
      #expect(HTTPDate.date(from: HTTPDate.string(from: date)) == date)
    }
  }
}
