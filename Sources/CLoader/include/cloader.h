#pragma once

/// The functions of a library that is loaded when asked: with it linked, each start would pay for what only some work needs.
/// - Parameters:
///   - library: where the loaded library is kept, NULL before.
///   - file: its file name, whose version vouches for the functions' types.
///   - names: the names of the functions, each ended by a zero byte, an empty one after the last.
///   - functions: the functions found, pointers in the order of the names.
/// - Returns: 1 when they are all there, 0 when the library or one of them is missing.
int cl_load(void **library, const char *file, const char *names, void *functions);
