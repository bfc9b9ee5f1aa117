import Testing

@testable import EndpointGeneration

@Suite("A name on the wire")
struct SwiftNameTests {
  @Test(
    "becomes a name in Swift",
    arguments: [
      ("GROUP-ID", "groupID"), ("CLUSTER-NAME", "clusterName"), ("groupId", "groupID"),
      ("snapshotIds", "snapshotIDs"), ("_id", "id"), ("awsKmsConfig", "awsKMSConfig"),
      ("deliveryUrl", "deliveryURL"),
      ("privateDownloadDeliveryUrls", "privateDownloadDeliveryURLs"),
      ("pointInTimeUTCSeconds", "pointInTimeUTCSeconds"), ("masterKeyUUID", "masterKeyUUID"),
      ("IN_PROGRESS", "inProgress"), ("AWS", "aws"), ("replicaSet", "replicaSet"),
      ("on-demand", "onDemand"), ("mongodVersion", "mongodVersion"), ("URLs", "urls"),
      ("3.6", "_36"), ("M10", "m10"), ("$ref", "ref"), ("ipAddress", "ipAddress"),
    ])
  func member(wire: String, swift: String) {
    #expect(SwiftName.member(wire) == swift)
  }

  @Test("has back-ticks if it is a keyword", arguments: ["default", "in", "class", "init"])
  func keywords(name: String) {
    #expect(SwiftName.escapedProperty(name) == "`\(name)`")
  }
}

@Suite("A string in a definition")
struct StringLiteralTests {
  @Test(
    "cannot end its literal",
    arguments: [
      ("plain", "\"plain\""), ("a\"b", #""a\"b""#), (#"\(x)"#, #""\\(x)""#),
      ("a\nb", #""a\nb""#), ("\u{202E}x", #""\u{202e}x""#), (#"""""#, #""\"\"\"""#),
    ])
  func literals(text: String, literal: String) {
    #expect(text.swiftLiteral == literal)
  }

  @Test("cannot end its comment")
  func comments() {
    var writer = SwiftWriter()
    writer.documentation(["one */ \u{2028}let x = 1\r\ntwo\u{B}three"])
    for line in writer.text.split(whereSeparator: \.isNewline) { #expect(line.hasPrefix("/// ")) }
  }
}
