import CNcurses
import Glibc
import TerminalUI

// The terminal's modes that ncurses knows nothing of, and the ways in and out.
extension CursesTerminal {
    /// Queues what the terminal must know before the next frame.
    func announce() {
        guard takesPrivateModes else { return }
        prelude += Array("\u{1B}[?2004h".utf8)
        if mouse { prelude += CursesTerminal.mouseModes(on: true) }
    }

    /// Whether clicks and the wheel become keys; takes effect with the next frame.
    package var reportsMouse: Bool {
        get { mouse }
        set {
            guard newValue != mouse else { return }
            mouse = newValue
            if takesPrivateModes { prelude += CursesTerminal.mouseModes(on: newValue) }
        }
    }

    private static func mouseModes(on: Bool) -> [UInt8] {
        Array((on ? "\u{1B}[?1000h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1000l").utf8)
    }

    /// The modes off, the first screen back, the settings as they were.
    func leave() {
        var bytes: [UInt8] = []
        if takesPrivateModes {
            bytes += Array("\u{1B}[?2004l".utf8)
            if mouse { bytes += CursesTerminal.mouseModes(on: false) }
        }
        bytes += CursesTerminal.bytes { cn_leave($0) }
        prelude = []
        (previous, shownLink) = (nil, nil)
        economy.forget()
        // With the terminal gone there is no one to tell.
        // Before the first frame nothing was written that would have to be taken back.
        if !isGone, counters.frames > 0 { try? write(bytes) }
        if isInteractive { cn_cooked(configuration.input) }
    }

    /// Stops the program as Ctrl-Z does in a shell.
    ///
    /// Returns when it goes on, with the terminal taken over again; the next frame is sent whole.
    package func suspend() {
        guard isInteractive else { return }
        stopping {
            leave()
            expectsContinue = true
            cn_stop()
        }
        resume()
    }

    /// Takes the terminal over again after a stop: one of ours, or a SIGSTOP, before which we could not leave the
    /// screen and after which the shell has changed the settings.
    func resume() {
        guard isInteractive else { return }
        _ = cn_raw(configuration.input)
        announce()
        redrawAll()
    }
}

extension CursesTerminal {
    /// Copies bytes that stay valid only until the next call into C.
    static func bytes(_ call: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> [UInt8] {
        var count = 0
        let start = call(&count)
        return Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    /// Writes everything, usually at one go.
    func write(_ bytes: [UInt8]) throws(TerminalError) {
        var done = 0
        while done < bytes.count {
            let result = bytes[done...].withUnsafeBytes { Glibc.write(configuration.output, $0.baseAddress, $0.count) }
            counters.writes += 1
            if result > 0 {
                done += result
                counters.bytes += result
            } else if errno == EAGAIN {
                waitToWrite()
            } else if errno != EINTR {
                isGone = true
                throw .hangUp
            }
        }
    }

    /// Someone made the shared terminal non-blocking; it takes more when it is ready.
    private func waitToWrite() {
        var descriptor = pollfd(fd: configuration.output, events: Int16(POLLOUT), revents: 0)
        poll(&descriptor, 1, -1)
    }
}
