// The endpoints and types are generated from Definitions/AtlasAdmin. Users need the client with them.
@_exported public import AtlasCore
