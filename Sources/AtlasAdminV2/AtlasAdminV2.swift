// The endpoints and types are generated from Definitions/AtlasAdminV2. Users need the client with them.
@_exported public import AtlasCore
