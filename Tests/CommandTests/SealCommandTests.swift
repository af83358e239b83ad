import PartyWork
import TestSupport
import Testing

/// `zhibu seal` and `zhibu check --seal`.
@Suite struct SealCommandTests {
    private static let record = [
        "record", "--kind", "主题活动", "--org", "422801100201", "--date", "2016-06-01", "--title", "六一",
    ]

    @Test("The head is one line, and in JSON with the whole seal; an empty journal has none") func head() throws {
        let folder = try SmallTown.imported()
        let line = try Program.run(["seal"], in: folder).output
        #expect(line.wholeMatch(of: /1(-[0-9A-HJKMNP-TV-Z]{5}){4}\n/) != nil, "\(line)")
        let json = try Program.run(["seal", "--format", "json"], in: folder).output
        #expect(json.contains("\"entry\": 1,\n  \"seal\": \"\(line.dropLast())\",\n  \"sha256\": \""))
        #expect(try Program.run(["seal"], in: Folder()).status == 1)
    }

    @Test("Seals of before are found in today's journal, given one by one or as a file of lines") func kept() throws {
        let folder = try SmallTown.imported()
        let first = try Program.run(["seal"], in: folder).output
        #expect(try Program.run(Self.record, in: folder).status == 0)
        let second = try Program.run(["seal"], in: folder).output
        try folder.write("seals", "# 表上的\n\n\(first)\(second)")
        let outcome = try Program.run(["check", "--seal", first.lowercased(), "--seals", "seals"], in: folder)
        #expect(outcome.status == 0 && outcome.output.components(separatedBy: " 相符：").count == 4, "\(outcome.output)")
    }

    @Test("A rewritten past, a cut one and what is no seal are told apart") func altered() throws {
        let folder = try SmallTown.imported()
        let seal = try Program.run(["seal"], in: folder).output.dropLast()
        let other = seal.hasSuffix("0") ? "1" : "0"
        let altered = try Program.run(["check", "--seal", seal.dropLast() + other], in: folder)
        #expect(altered.status == 1 && altered.errors.contains("与流水不符"))
        let gone = try Program.run(["check", "--seal", "9" + seal], in: folder)
        #expect(gone.status == 1 && gone.errors.contains("的第 91 条不在流水中"))
        try folder.write("seals", "\(seal)\nx\n")
        let bad = try Program.run(["check", "--seals", "seals"], in: folder)
        #expect(bad.status == 64 && bad.errors.contains("seals:2"))
        #expect(try Program.run(["check", "--seals", "nowhere"], in: folder).status == 1)
    }

    @Test("Every paper carries the seal of its day in the foot, and blanks do not") func papers() throws {
        let folder = try SmallTown.imported()
        let seal = try Program.run(["seal"], in: folder).output.dropLast()
        let month = ["form", "month", "--org", "422801100201", "--month", "2016-06"]
        for line in [month, month + ["--format", "html"], ["form", "township", "--as-of", "2016-06-30"]] {
            #expect(try Program.run(line, in: folder).output.contains("流水封签：\(seal)"), "\(line)")
        }
        #expect(!(try Program.run(month + ["--blank"], in: folder).output.contains("封签")))
    }
}
