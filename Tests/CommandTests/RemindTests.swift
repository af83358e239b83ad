import Testing

/// `zhibu remind` on the small town.
@Suite("Reminders from the command line")
struct RemindTests {
    private func remind(_ arguments: String, in folder: Folder) throws -> Outcome {
        try Program.run(
            ["remind"] + arguments.split(separator: " ").map(String.init) + ["--as-of", "2016-06-30"], in: folder)
    }

    @Test("Each branch has a message with what it owes, and the same rows as the gaps")
    func text() throws {
        let folder = try SmallTown.imported()
        let outcome = try remind("", in: folder)
        #expect(outcome.status == 0 && outcome.errors == "")
        #expect(outcome.output.contains("甲村：您好！截至 2016-06-30，还有 "))
        #expect(outcome.output.contains("\n1. "))
        let one = try remind("422801100201", in: folder)
        #expect(outcome.output.contains(one.output) && one.output.hasPrefix("甲村："))
        #expect(try remind("--fail-if-any", in: folder).status == 1)
    }

    @Test("JSON has a letter for each addressee with its sentences")
    func json() throws {
        let folder = try SmallTown.imported()
        let output = try remind("--format json", in: folder).output
        #expect(output.contains("\"for\": \"branch\"") && output.contains("\"kind\": \"fiveOnes\""))
        #expect(output.contains("\"due\": \"2016-12-31\"") && output.contains("\"due\": null"))
        // The committee member has been to a village in time.
        #expect(try remind("--for member --format json", in: folder).output.hasSuffix("\"letters\": []\n}\n"))
    }

    @Test("A calendar is written into a file, which is replaced by the next")
    func calendar() throws {
        let folder = try SmallTown.imported()
        #expect(try remind("--format ics --out due.ics", in: folder).status == 0)
        let text = try folder.read("due.ics")
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
        #expect(text.contains("DTSTART;VALUE=DATE:20161231\r\n"))
    }

    @Test("The words at the beginning are those of the settings")
    func greeting() throws {
        let folder = try SmallTown.imported()
        try folder.write(".config/zhibu/settings", "remind-greeting = {名称}，还差 {项数} 项：\n")
        #expect(try remind("422801100201", in: folder).output.hasPrefix("甲村，还差 "))
    }

    @Test("What is no audience and no scope is refused")
    func refusals() throws {
        let folder = try SmallTown.imported()
        #expect(try remind("--for town", in: folder).status == 64)
        #expect(try remind("9", in: folder).status == 1)
    }
}
