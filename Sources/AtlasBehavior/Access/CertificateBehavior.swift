import EndpointRuntime
import EndpointSimulator
import Foundation

/// The behavior of certificates of database users: they are returned as text.
enum CertificateBehavior {
  static let handlers: [String: Handler] = ["CreateDatabaseUserCertificate": create]

  private static let create: Handler = { request, store in
    let id = await store.newID()
    await store.insert(
      [
        "_id": .string(id), "groupId": .string(request.pathValue("GROUP-ID") ?? ""),
        "subject": .string("CN=\(request.pathValue("USERNAME") ?? "")"),
      ], into: request.path)
    let content = Data("certificate \(id)".utf8).base64EncodedString()
    let text = ["CERTIFICATE", "PRIVATE KEY"].map { kind in
      "-----BEGIN \(kind)-----\n\(content)\n-----END \(kind)-----\n"
    }.joined()
    return .data(Data(text.utf8), contentType: "text/plain", status: 201)
  }
}
