import EndpointRuntime
import Foundation
import Testing

@testable import EndpointURLSession

@Suite("An error of URLSession")
struct URLSessionFailureTests {
  @Test("does not contain the name of its domain")
  func unknownCode() throws {
    let error = NSError(domain: NSURLErrorDomain, code: -1103)
    let failure = URLSessionFailure(error, authority: "zoo.example.com", isAnswered: false)
    let translated = try #require(failure.translated as? TransportError)
    #expect(!translated.message.contains("Domain"))
    #expect(translated.message.contains("zoo.example.com failed: "))
  }
}
