import Glibc

/// Threads that do parts of one work and end with it; without a pool, which would wake an idle program.
enum Threads {
    /// How many the computer runs at once, but no more than wanted and at least one.
    static func count(atMost most: Int) -> Int { max(1, min(most, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Does a body for each part, the first on the calling thread.
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
                thread { outcomes[place] = Result { try body(parts[place]) } }
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

    /// Begins a thread; nil where the system has no more.
    private static func thread(_ body: @escaping () -> Void) -> pthread_t? {
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
