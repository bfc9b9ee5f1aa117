// The endpoints of the demo in API v1, generated from a part of Definitions/AtlasAdmin.
