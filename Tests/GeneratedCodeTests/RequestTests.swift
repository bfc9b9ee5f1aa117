import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation
import Testing
@_spi(Generated) import Zoo

@Suite("A generated request")
struct RequestTests {
  private func encoded(_ endpoint: some Endpoint) throws -> RequestBuilder {
    var request = RequestBuilder(type(of: endpoint).operation)
    try endpoint.encode(into: &request)
    return request
  }

  @Test("encodes its arguments by their names on the wire")
  func arguments() throws {
    let request = try encoded(
      ListAnimals(
        cageID: "c1", bornAfter: Date(timeIntervalSince1970: 0.5), kind: [.bigCat, "bird"],
        default: 7
      ))
    #expect(request.pathValues == ["CAGE-ID": "c1"])
    #expect(
      request.query.map { "\($0.name)=\($0.value)" } == [
        "bornAfter=1970-01-01T00:00:00.500Z", "kind=BIG_CAT", "kind=bird", "default=7",
      ])
    #expect(request.body == nil)
  }

  @Test("omits missing arguments and bodies")
  func absent() throws {
    let request = try encoded(ListAnimals(cageID: "c1", bornAfter: .distantPast))
    #expect(request.query.map(\.name) == ["bornAfter"])
    #expect(try encoded(FreeAnimals()).body == nil)
  }

  @Test("equals requests that send the same")
  func equality() {
    let request = ListAnimals(cageID: "c1", bornAfter: .distantPast, kind: [.bigCat])
    var others = (0..<4).map { _ in request }
    #expect(Set(others + [request]).count == 1)
    others[0].cageID = "c2"
    others[1].kind = [.bigCat, .bigCat]
    others[2].kind = nil
    others[3].bornAfter = .distantFuture
    #expect(Set(others + [request]).count == 5)
  }

  @Test("equals requests with the same arguments if they cannot be sent")
  func invalidEquality() {
    let visits = ["a\nb", "c\nd", "a\nb"].map { FindVisits(year: 2026, xVisitor: $0, tags: []) }
    #expect(visits[0] != visits[1])
    #expect(visits[0] == visits[2])
  }

  @Test("is listed in its API's tags")
  func tags() {
    #expect(
      ZooCatalog.catalog.tags.map(\.name) == [
        "Animals", "LongNames", "Pens", "Reports", "Searches", "Shelves", "Visits",
      ])
    #expect(
      ZooCatalog.catalog.tags[0].endpoints.map(\.name) == [
        "ListAnimals", "AddAnimal", "ReplaceAnimal", "FreeAnimals",
      ])
    #expect(
      ZooCatalog.catalog.endpoints.filter(\.isDeprecated).map(\.name) == [
        "AddAnimal", "ReplaceAnimal", "ValidateOutstandingAdmission", "BreakOut",
      ])
  }

  @Test("encodes lists, times, and header fields")
  func styles() throws {
    let request = try encoded(
      FindVisits(
        year: 2026, xVisitor: "Zoe", tags: ["a", "b"], names: ["x", "y"],
        longest: .seconds(90 * 60), since: Date(timeIntervalSince1970: 1_767_225_600),
        price: Decimal(string: "0.75"), page: "p1", size: "small", xKinds: [.bigCat, "bird"]))
    #expect(
      request.query.map { "\($0.name)=\($0.value)" } == [
        "year=2026", "tags=a,b", "names=x", "names=y", "longest=90", "since=1767225600",
        "price=0.75", "page=p1", "size=small",
      ])
    #expect(request.headerFields[try #require(.init("X-Visitor"))] == "Zoe")
    #expect(request.headerFields[try #require(.init("X-Kinds"))] == "BIG_CAT, bird")
  }

  @Test("sends bytes and text with their media types")
  func rawBodies() throws {
    let photo = try encoded(UploadPhoto(visitID: 1, body: Data([0x89, 0x50])))
    #expect(photo.body?.data == Data([0x89, 0x50]))
    #expect(photo.headerFields[.contentType] == "image/png")
    let note = try encoded(WriteNote(visitID: 1, body: "Grüße"))
    #expect(note.body?.data == Data("Grüße".utf8))
    #expect(note.headerFields[.contentType] == "text/plain; charset=utf-8")
    #expect(try encoded(WriteNote(visitID: 1)).body == nil)
    #expect(try encoded(WriteNote(visitID: 1)).headerFields[.contentType] == nil)
    let visit = Visit(id: 1, guide: Guide(name: "Ann"), checked: nil)
    let change = try encoded(ChangeVisit(visitID: 1, body: visit))
    #expect(change.headerFields[.contentType] == "application/vnd.zoo.2026-01-01+json")
  }

  @Test("has the versions and media types that it accepts")
  func mediaTypes() {
    #expect(FindVisits.operation.accept == ["application/vnd.zoo.2026-06-30+json"])
    #expect(
      ExportVisits.operation.accept
        == ["application/vnd.zoo.2026-01-01+json", "text/csv", "application/zip"])
    #expect(DownloadVideo.operation.isStreamed)
  }
}
