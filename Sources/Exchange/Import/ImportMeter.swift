/// How far an import has come in what it reads: the bytes of CSV files, and the unpacked ones of sheets.
final class ImportMeter {
    private var total = 0
    private var finished = 0
    private var position: () -> Int = { 0 }

    /// Takes a file or sheet into the whole.
    func expect(_ size: Int) { total += size }

    /// From now on a file is read, which tells where it is.
    func follow(_ position: @escaping () -> Int) { self.position = position }

    /// A file or sheet of a size is done.
    func finish(_ size: Int) {
        finished += size
        position = { 0 }
    }

    /// How much of the whole was read, 0 to 1; nil where there is nothing to read.
    var share: Double? { total > 0 ? min(1, Double(finished + position()) / Double(total)) : nil }
}
