// The endpoints of the demo in API v2, generated from a part of Definitions/AtlasAdminV2.
