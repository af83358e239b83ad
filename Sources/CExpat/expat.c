#include "cexpat.h"
#include <cloader.h>

// The functions of expat.h that are used, under their own names: with the library linked, each start would pay for loading what
// only workbooks need.
#define EACH(F) \
    F(XML_Parser, XML_ParserCreate, (const XML_Char *encoding), (encoding)) \
    F(enum XML_Status, XML_Parse, (XML_Parser parser, const char *text, int length, int is_last), (parser, text, length, is_last)) \
    F(enum XML_Status, XML_StopParser, (XML_Parser parser, XML_Bool is_resumable), (parser, is_resumable)) \
    F(int, XML_GetSpecifiedAttributeCount, (XML_Parser parser), (parser)) \
    F(void, XML_ParserFree, (XML_Parser parser), (parser)) \
    F(void, XML_SetUserData, (XML_Parser parser, void *data), (parser, data)) \
    F(void, XML_SetElementHandler, \
        (XML_Parser parser, XML_StartElementHandler begin, XML_EndElementHandler end), (parser, begin, end)) \
    F(void, XML_SetCharacterDataHandler, (XML_Parser parser, XML_CharacterDataHandler handler), (parser, handler)) \
    F(void, XML_SetStartDoctypeDeclHandler, (XML_Parser parser, XML_StartDoctypeDeclHandler handler), (parser, handler))

#define DECLARE(result, name, parameters, arguments) result (*name) parameters;
static struct { EACH(DECLARE) } lib;
#define NAME(result, name, parameters, arguments) #name "\0"
static const char names[] = EACH(NAME);

#define FORWARD(result, name, parameters, arguments) \
    result XMLCALL name parameters { return lib.name arguments; }
EACH(FORWARD)

int ce_is_there(void) {
    static void *library;
    return cl_load(&library, "libexpat.so.1", names, &lib);
}
