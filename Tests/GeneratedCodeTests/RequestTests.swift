import EndpointRuntime
import Foundation
import Testing

@Suite("A generated request")
struct RequestTests {
  private func encoded(_ endpoint: some Endpoint) throws -> EndpointRequest {
    var request = EndpointRequest(type(of: endpoint).descriptor)
    try endpoint.encode(into: &request)
    return request
  }

  @Test("writes its arguments under their names on the wire")
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

  @Test("leaves absent arguments and bodies out")
  func absent() throws {
    let request = try encoded(ListAnimals(cageID: "c1", bornAfter: .distantPast))
    #expect(request.query.map(\.name) == ["bornAfter"])
    #expect(try encoded(FreeAnimals()).body == nil)
  }

  @Test("is listed in its API's groups")
  func groups() {
    #expect(ZooAPI.groups.map(\.name) == ["Animals"])
    #expect(ZooAPI.endpoints.map(\.name) == ["ListAnimals", "ReplaceAnimal", "FreeAnimals"])
    #expect(ZooAPI.endpoints.map(\.isDeprecated) == [false, true, false])
  }
}
