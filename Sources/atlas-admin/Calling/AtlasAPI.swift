import ArgumentParser
import AtlasAdminCatalog
import AtlasAdminV2Catalog
import EndpointModel

/// A version of the Atlas Administration API.
enum AtlasAPI: String, ExpressibleByArgument, CaseIterable {
  /// API v1.0 and v1.5.
  case v1
  /// API v2.
  case v2

  /// The endpoints.
  var catalog: EndpointCatalog {
    switch self {
    case .v1: AtlasAdminCatalog.catalog
    case .v2: AtlasAdminV2Catalog.catalog
    }
  }
}
