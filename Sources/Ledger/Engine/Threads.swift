import Glibc

/// Threads of their own, without a pool, which would wake an idle program.
package enum Threads {
    /// How many the computer runs at once, but no more than wanted and at least one.
    static func count(atMost most: Int) -> Int { max(1, min(most, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Does a body for each part of one work, the first on the calling thread; all end with it.
    ///
    /// - Throws: The error of the first part that failed.
    static func each<Part, Answer>(_ parts: [Part], _ body: (Part) throws -> Answer) throws -> [Answer] {
        let outcomes = UnsafeMutableBufferPointer<Result<Answer, any Error>?>.allocate(capacity: parts.count)
        outcomes.initialize(repeating: nil)
        defer {
            outcomes.deinitialize()
            outcomes.deallocate()
        }
        // The threads end before this returns, so that what they use is there.
        withoutActuallyEscaping(body) { body in
            let threads = parts.indices.dropFirst().map { place in
                begin { outcomes[place] = Result { try body(parts[place]) } }
            }
            if let first = parts.first { outcomes[0] = Result { try body(first) } }
            for (thread, place) in zip(threads, 1...) {
                if let thread { pthread_join(thread, nil) } else { outcomes[place] = Result { try body(parts[place]) } }
            }
        }
        return try outcomes.compactMap { try $0?.get() }
    }

    private final class Work {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }

    /// A thread that has begun with a body, to be joined or detached; nil where the system has no more, and then nothing runs.
    package static func begin(_ body: @escaping () -> Void) -> pthread_t? {
        let work = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                // Signals belong to the thread of the screen.
                var all = sigset_t()
                sigfillset(&all)
                pthread_sigmask(SIG_BLOCK, &all, nil)
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            }, work.toOpaque())
        guard status == 0 else {
            work.release()
            return nil
        }
        return thread
    }
}
