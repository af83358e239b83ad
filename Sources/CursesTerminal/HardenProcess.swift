import CNcurses

/// The first thing `main` does, for every command: new files are the owner's only, there are no core dumps, no debugger
/// of the same user gets in and no program gains rights, a full disk or a closed pipe is an error and no signal, and
/// descriptors 0 to 2 are open (RELIABILITY, appendix D).
///
/// Not for test processes: readers of `/proc` are refused too.
package func hardenProcess() { cn_harden() }

/// Has the worker's thread take its memory from the heap of the screen's, which does not shrink and grow with each
/// answer: a third of the time to open a branch.
///
/// For the dashboard, before its worker starts.
package func shareHeap() { cn_share_heap() }
