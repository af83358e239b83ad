import CNcurses

/// The first thing `main` does, for every command: new files are the owner's only, there are no core dumps, no debugger
/// of the same user gets in and no program gains rights, a full disk or a closed pipe is an error and no signal, and
/// descriptors 0 to 2 are open (RELIABILITY, appendix D). Not for test processes: readers of `/proc` are refused too.
package func hardenProcess() {
    cn_harden()
}
