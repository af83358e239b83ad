import TerminalUI

/// Why there is no screen, or none any more.
package enum TerminalError: Error, Hashable, Sendable {
    /// Input or output is a file or a pipe.
    case notATerminal
    /// `TERM` says that the terminal cannot move its cursor.
    case dumb
    /// Neither `TERM` nor any usual terminal is known on this machine: the terminfo data are missing.
    case unknownTerminal(String)
    /// The terminal's settings cannot be changed, or the log cannot be written.
    case refused(String)
    /// The terminal is gone.
    case hangUp
}

/// What ``CursesTerminal/wait(alsoOn:)`` saw.
package enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    /// The window has another size; once for any number of changes in between.
    case resized(Size)
    /// The descriptor given to `wait` can be read.
    case woken
    /// The line was dropped, or the terminal closed. Said once; nothing can be shown any more.
    case hangUp
    /// SIGTERM, SIGHUP, SIGINT or SIGQUIT, by its number.
    case signal(Int32)
    /// The program was stopped and goes on; the next frame is sent whole.
    case resumed
    /// The terminal's answer to the ambiguous question differs from what was assumed. Frames made from now on must use
    /// ``CursesTerminal/textWidth``.
    case remeasured(AmbiguousWidth)
}
