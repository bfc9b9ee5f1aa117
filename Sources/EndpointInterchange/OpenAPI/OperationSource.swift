/// An operation of an OpenAPI document before it is imported.
struct OperationSource {
  /// The path template, relative to the server.
  var path: String
  /// The method in capitals.
  var method: String
  var node: DocumentNode
  /// The path item that has the operation.
  var item: DocumentNode
  /// The parameters, those of the path item included.
  var parameters: [DocumentNode]

  /// The `operationId`; the method and the path if there is none.
  var id: String { node["operationId"]?.string ?? "\(method) \(path)" }

  /// The responses by status.
  var responses: [DocumentObject.Member] { node["responses"]?.members ?? [] }

  static let methods = ["get", "put", "post", "delete", "options", "head", "patch"]
}

extension OpenAPIDocument {
  /// Returns the operations in their order.
  func operations(reportingTo report: inout ImportReport) -> [OperationSource] {
    var sources: [OperationSource] = []
    for member in root["paths"]?.members ?? [] where member.name.hasPrefix("/") {
      guard let item = resolved(member.value) else {
        report.add("the path item refers to nothing in this document", at: member.value)
        continue
      }
      let shared = parameters(of: item, reportingTo: &report)
      for operation in item.members {
        guard OperationSource.methods.contains(operation.name) else {
          if operation.name == "trace" {
            report.add("the method TRACE cannot be expressed", at: operation.value)
          }
          continue
        }
        var parameters = shared
        for parameter in self.parameters(of: operation.value, reportingTo: &report) {
          parameters.removeAll { $0["name"] == parameter["name"] && $0["in"] == parameter["in"] }
          parameters.append(parameter)
        }
        sources.append(
          OperationSource(
            path: member.name, method: operation.name.uppercased(), node: operation.value,
            item: item, parameters: parameters))
      }
    }
    return sources
  }

  private func parameters(
    of node: DocumentNode, reportingTo report: inout ImportReport
  ) -> [DocumentNode] {
    (node["parameters"]?.elements ?? []).compactMap { parameter in
      guard let resolved = resolved(parameter), resolved["name"]?.string != nil else {
        report.add("the parameter refers to nothing in this document", at: parameter)
        return nil
      }
      return resolved
    }
  }
}
