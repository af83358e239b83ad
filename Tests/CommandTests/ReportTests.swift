import Testing

/// `zhibu status` and `zhibu gaps` on a town small enough to count by hand.
@Suite struct ReportTests {
    @Test("The JSON of status is the contract's, word for word")
    func statusAsJSON() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(["status", "--as-of", "2016-06-30", "--format", "json"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        #expect(compact(outcome.output) == compact(Self.statusJSON))
    }

    @Test("The CSV of status has a row a branch, its columns named as the keys of JSON")
    func statusAsCSV() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(["status", "--as-of", "2016/6/30", "--format", "csv"], in: folder)
        #expect(
            outcome.output == """
                code,name,kind,groups,visitsReceived,themeActivity.done,themeActivity.target,themeActivity.state,\
                fiveOnes.done,fiveOnes.target,fiveOnes.state,partyDayMonths,pairing.households.covered,\
                pairing.households.inScope,pairing.members.covered,pairing.members.inScope,pairing.visitedThisMonth,\
                cooperatives.active,cooperatives.memberFounded,cooperatives.founders,cooperatives.householdsLed
                422801100201,甲村,village,1,1,1,4,on-track,1,5,behind,5,1,2,1,2,1,1,1,1,30
                422801100901,产业联合支部,joint,0,0,0,0,not-applicable,0,0,not-applicable,,0,0,0,0,0,0,0,0,0

                """)
    }

    @Test("A scope without branches has its CSV header")
    func emptyCSVHasItsHeader() throws {
        let folder = try SmallTown.imported()
        let whole = try Program.run(["status", "--as-of", "2016-06-30", "--format", "csv"], in: folder)
        let inside = try Program.run(["status", "--scope", "42280110020101", "--format", "csv"], in: folder)
        #expect(inside.output == whole.output.prefix { $0 != "\n" } + "\n")
    }

    @Test("The table of status stands in columns by display width")
    func statusAsTable() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(["status", "--as-of", "2016年6月30日"], in: folder)
        #expect(outcome.output.hasPrefix("支部台账  试验镇 422801100  截至 2016-06-30\n"))
        #expect(outcome.output.contains("户结对    1/2  50.0%\n"))
        #expect(
            outcome.output.contains(
                """
                422801100201  甲村                   1     1       1/4  正常       1/5  滞后         1/6     1/2  50.0%\
                       1/2  50.0%       1/2       1

                """))
    }

    @Test("The JSON of gaps comes by urgency")
    func gapsAsJSON() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(["gaps", "--as-of", "2016-06-30", "--format", "json"], in: folder)
        let text = compact(outcome.output)
        let start = #"{"asOf":"2016-06-30","scope":{"code":"422801100","name":"试验镇"},"gaps":["#
        #expect(text.hasPrefix(start))
        let partyDay = #"{"kind":"partyDay","state":"overdue","org":"422801100201","subject":"422801100201/2016-01","#
        #expect(text.dropFirst(start.count).hasPrefix(partyDay + #""name":"甲村","done":0,"target":1}"#))
        let household = #"{"kind":"household","state":"uncovered","org":"422801100201","subject":"H2","name":"吴六""#
        #expect(text.contains(household + #","done":0,"target":1},{"kind":"fiveOnes","state":"behind""#))
    }

    @Test("The table of gaps is grouped and counted by urgency")
    func gapsAsTable() throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(["gaps", "--as-of", "2016-06-30"], in: folder)
        #expect(outcome.output.hasPrefix("缺口  试验镇 422801100  截至 2016-06-30  共 18 条\n\n逾期 9 条\n"))
        for heading in ["户无帮扶人 1 条\n", "滞后 4 条\n", "党员未结对 2 条\n", "将到期 2 条\n"] {
            #expect(outcome.output.contains("\n\n" + heading))
        }
    }

    @Test("A scope without organizations is refused", arguments: ["5", "42280110", "x", "422801100201011"])
    func unknownScope(scope: String) throws {
        let folder = try SmallTown.imported()
        let outcome = try Program.run(["status", "--scope=" + scope], in: folder)
        #expect(outcome.status == (scope == "42280110" ? 0 : 1))
        #expect(outcome.output.isEmpty == (outcome.status == 1))
    }

    @Test("An empty ledger has no scope to report on")
    func emptyLedger() throws {
        let outcome = try Program.run(["gaps"], in: Folder())
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix("zhibu：无法确定默认范围"))
    }

    private func compact(_ text: String) -> String {
        text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined().replacing(": ", with: ":")
            .replacing(", ", with: ",")
    }

    static let statusJSON = """
        {
          "asOf": "2016-06-30",
          "scope": {"code": "422801100", "name": "试验镇"},
          "branches": [
            {"code": "422801100201", "name": "甲村", "kind": "village", "groups": 1,
             "visitsReceived": 1,
             "themeActivity": {"done": 1, "target": 4, "state": "on-track"},
             "fiveOnes": {"done": 1, "target": 5, "state": "behind"},
             "partyDayMonths": [5],
             "pairing": {"households": {"covered": 1, "inScope": 2}, "members": {"covered": 1, "inScope": 2}, \
        "visitedThisMonth": 1},
             "cooperatives": {"active": 1, "memberFounded": 1, "founders": 1, "householdsLed": 30}},
            {"code": "422801100901", "name": "产业联合支部", "kind": "joint", "groups": 0,
             "visitsReceived": 0,
             "themeActivity": {"done": 0, "target": 0, "state": "not-applicable"},
             "fiveOnes": {"done": 0, "target": 0, "state": "not-applicable"},
             "partyDayMonths": [],
             "pairing": {"households": {"covered": 0, "inScope": 0}, "members": {"covered": 0, "inScope": 0}, \
        "visitedThisMonth": 0},
             "cooperatives": {"active": 0, "memberFounded": 0, "founders": 0, "householdsLed": 0}}
          ],
          "committee": [
            {"id": "P1", "name": "赵一", "visits": {"done": 1, "target": 4, "state": "on-track"}}
          ],
          "totals": {
            "branches": 2, "groups": 1,
            "themeActivity": {"branchesDone": 0, "branches": 1},
            "fiveOnes": {"done": 1, "target": 5},
            "committee": {"membersDone": 0, "members": 1},
            "pairing": {"households": {"covered": 1, "inScope": 2}, "members": {"covered": 1, "inScope": 3}, \
        "visitedThisMonth": 1},
            "cooperatives": {"active": 1, "memberFounded": 1, "founders": 1, "householdsLed": 30}
          }
        }
        """
}
