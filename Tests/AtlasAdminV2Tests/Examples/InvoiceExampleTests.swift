import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Foundation
import Testing

@Suite("Examples of invoices and cost")
struct InvoiceExampleTests {
  private func sum(_ atlas: AtlasClient, organization: ObjectID) async throws -> [String: Int64] {
    var cents: [String: Int64] = [:]
    let invoices = ListInvoices(
      orgID: organization, statusNames: [.paid, .closed], fromDate: "2026-01-01")
    for try await entry in atlas.items(of: invoices) {
      let invoice = try await atlas.send(GetInvoice(orgID: organization, invoiceID: entry.id))
      for item in invoice.lineItems ?? [] {
        cents[item.groupName ?? "organization", default: 0] += item.totalPriceCents ?? 0
      }
    }
    return cents
  }

  private func pending(_ atlas: AtlasClient, organization: ObjectID) async throws {
    switch try await atlas.send(ListPendingInvoices(orgID: organization)) {
    case .list(let list): print(list.results.map { $0.subtotalCents ?? 0 })
    case .invoice(let invoice): print(invoice.subtotalCents ?? 0)
    case .unknown(let json): print("unknown form: \(json)")
    }
  }

  private func download(
    _ atlas: AtlasClient, organization: ObjectID, invoice: ObjectID, file: URL
  ) async throws {
    let csv = try await atlas.send(GetInvoiceCSV(orgID: organization, invoiceID: invoice))
    try Data(csv.utf8).write(to: file, options: .atomic)
  }

  private func usage(_ atlas: AtlasClient, organization: ObjectID) async throws -> [String: JSON] {
    let query = try await atlas.send(
      CreateCostExplorerQuery(
        orgID: organization,
        body: .init(endDate: "2026-03-01", startDate: "2026-02-01", groupBy: .projects)))
    let usage = try await atlas.wait(
      for: GetCostExplorerUsage(orgID: organization, token: query.token), until: .completed)
    return usage ?? [:]
  }

  @Test("adds up the charges of projects")
  func sum() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      for number in 1...2 {
        await simulated.add(
          ObjectID("64f1e0015b3e4d7a8c90e00\(number)"),
          to: "/orgs/\(simulated.organizationID)/invoices",
          with: [
            "statusName": "PAID",
            "lineItems": [
              ["groupName": "shop", "totalPriceCents": 1200], ["totalPriceCents": 30],
            ],
          ])
      }
      let cents = try await sum(atlas, organization: simulated.organizationID)
      #expect(cents == ["shop": 2400, "organization": 60])
      try await pending(atlas, organization: simulated.organizationID)
    }
  }

  @Test("downloads an invoice as CSV")
  func csv() async throws {
    let csv: Handler = { _, _ in
      .data(Data("a,b\n".utf8), contentType: "application/vnd.atlas.2023-01-01+csv")
    }
    let file = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try await withSimulatedAtlas(handlers: [GetInvoiceCSV.name: csv]) { atlas, simulated in
      try await download(
        atlas, organization: simulated.organizationID, invoice: "64f1e0015b3e4d7a8c90e001",
        file: file)
      #expect(try Data(contentsOf: file) == Data("a,b\n".utf8))
    }
  }

  @Test("waits for the result of a query")
  func usage() async throws {
    let create: Handler = { _, _ in
      .item(["token": .string(String(repeating: "a", count: 64))], status: 202)
    }
    let get: Handler = { _, _ in .item(["usageDetails": []]) }
    try await withSimulatedAtlas(handlers: [
      CreateCostExplorerQuery.name: create, GetCostExplorerUsage.name: get,
    ]) { atlas, simulated in
      let usage = try await usage(atlas, organization: simulated.organizationID)
      #expect(usage == ["usageDetails": []])
    }
  }
}
