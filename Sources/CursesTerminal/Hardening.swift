import CNcurses

/// What a program does before anything else.
package enum Hardening {
    /// Makes files the owner's alone, forbids core dumps, debuggers and new privileges, turns a full disk or a closed pipe
    /// into an error, and opens descriptors 0 to 2 where they are closed.
    ///
    /// Everything the program starts inherits it, and the file system then hides the process's own details; so a test
    /// must not call it in its own process.
    package static func apply() {
        cn_harden()
    }
}
