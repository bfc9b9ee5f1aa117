#include <libxml/xmlversion.h>
// Some systems build libxml2 with ICU, whose headers clash with the copy inside Swift's Foundation.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
