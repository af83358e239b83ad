import Foundation
import TestSupport
import Testing

/// `zhibu server`, and every other command on a town of a server: what they print is what they print of the file.
@Suite struct ServerCommandTests {
    private static let assets = URL(filePath: #filePath).appending(path: "../../../assets").standardizedFileURL.path

    /// A folder with a ledger in a file, and a database of its own on the server; `$FILE` and `$SERVER` are their addresses.
    private func folder(_ database: String, _ rows: String, _ town: String) throws -> Folder {
        let folder = try Folder()
        let address = try PostgreSQLCluster.shared.get().address(of: database)
        folder.environment["ZHIBU_ASSETS"] = Self.assets
        folder.environment["BASE"] = address
        folder.environment["FILE"] = folder.database
        folder.environment["SERVER"] = address + "&town=" + town
        for (name, text) in SmallTown.files { try folder.write("town/" + name, text) }
        let outcome = try Program.shell(
            """
            zhibu import \(rows) >/dev/null && zhibu server init "$BASE" && zhibu server town add \(town) --database "$BASE" >/dev/null \
                && zhibu server adopt "$FILE" --database "$SERVER"
            """, in: folder)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(
            outcome.output.hasPrefix("已建立数据库 \(database)\n还没有乡镇；") && outcome.output.contains("\n已迁入 "),
            "\(outcome.output)")
        return folder
    }

    @Test(
        "The sample taken over by a server: every figure, list and file of it is that of the file byte by byte, and so is its backup"
    )
    func sample() throws {
        let folder = try folder("sample", "\"$ZHIBU_ASSETS/longfeng\"", "422801100")
        let line = """
            export ZHIBU_DATABASE
            both() { ZHIBU_DATABASE=$FILE; zhibu "$@" >one 2>&1; echo $? >>one; ZHIBU_DATABASE=$SERVER; zhibu "$@" >other 2>&1; echo $? >>other
                cmp one other || echo "$*"; }
            for day in 2015-12-31 2016-06-30; do
                both status --as-of $day --format csv; both gaps --as-of $day; both registers --as-of $day; both posts --as-of $day
            done
            both status --as-of 2016-06-30 --format json; both due --as-of 2016-06-30; both status 422801100203 --as-of 2016-06-30
            for table in organizations people households pairings cooperatives activities; do
                both list $table --as-of 2016-06-30 --all --format csv
            done
            both journal; both month list --as-of 2016-06-30; both check; both list people --where 'x=y'; both status 999
            both status --open members --as-of 2016-06-30; both checklist list --as-of 2016-06-30
            ZHIBU_DATABASE=$FILE zhibu export one.all --restricted >/dev/null; ZHIBU_DATABASE=$SERVER zhibu export other.all --restricted >/dev/null
            diff -r one.all other.all || echo differs
            ZHIBU_DATABASE=$SERVER zhibu backup back.db >/dev/null && ZHIBU_DATABASE=$PWD/back.db zhibu export back.all --restricted >/dev/null
            diff -r one.all back.all || echo differs
            ZHIBU_DATABASE=$PWD/back.db zhibu check | tail -1; ls one.all | grep -c .
            """
        let outcome = try Program.shell(line, in: folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.assets + "/longfeng").filter {
            $0.hasSuffix(".csv")
        }
        #expect(
            outcome.output == "台账完好\n\(files.count)\n" && outcome.errors.isEmpty, "\(outcome.output)\(outcome.errors)")
    }

    @Test("Acts by commands do on a server what they do in a file, and say the same")
    func acts() throws {
        let folder = try folder("acts", "town", "422801100")
        let lines = [
            "pair H2 P3 --from 2016-06-01", "pair H2 P3 --from 2016-06-01", "pair H2 P9",
            "unpair H1 P2 --on 2016-06-01 --reason 调整", "undo 2", "journal", "status --as-of 2016-06-30",
            "import town", "check", "systems adopt 人才", "registers --as-of 2016-06-30",
        ]
        for line in lines {
            let file = try Program.shell("zhibu \(line)", in: folder)
            let server = try Program.shell("ZHIBU_DATABASE=$SERVER; export ZHIBU_DATABASE; zhibu \(line)", in: folder)
            func timeless(_ text: String) -> String { text.replacing(/[0-9]{2}:[0-9]{2}/, with: "") }
            #expect(
                timeless(server.output) == timeless(file.output) && server.status == file.status,
                "\(line): \(server.errors)")
            #expect(server.errors == file.errors, "\(line)")
        }
    }

    @Test("An address without a town is the whole county: totals and a row a town, in each format; gaps of all towns")
    func county() throws {
        let folder = try folder("whole", "town", "422801100")
        let outcome = try Program.shell(
            """
            zhibu server town add 422801101 --database "$BASE" >/dev/null
            zhibu status --database "$BASE" --as-of 2016-06-30; echo; zhibu status --database "$BASE" --as-of 2016-06-30 --format csv
            ZHIBU_DATABASE=$SERVER zhibu status --as-of 2016-06-30 --format json | sed -n '/"totals"/,$p' >one
            zhibu status --database "$BASE" --as-of 2016-06-30 --format json >all; sed -n '/"totals"/,$p' all | cmp - one; head -9 all
            zhibu status --database "$BASE" --format pdf --output x.pdf; echo $?; zhibu status --database "$BASE" --scope 9; echo $?
            """, in: folder)
        #expect(
            outcome.output == """
                县台账  422801  截至 2016-06-30

                支部        2         党小组 1 个
                专题调研  0/1   0.0%  班子成员完成
                主题活动  0/1   0.0%  村党组织完成
                五个一    1/5  20.0%  滞后
                户结对    1/2  50.0%
                党员结对  1/3  33.3%
                本月走访  1/2  50.0%
                合作社      1         党员领办 1 个，领办党员 1 人，带动 30 户次

                编码       乡镇    支部  党小组  专题调研  主题活动  五个一          户结对         党员结对         本月走访  合作社
                422801100  试验镇     2       1       0/1       0/1     1/5  滞后       1/2  50.0%       1/3  33.3%       1/2       1
                422801101             0       0       0/0       0/0       0  不考核     0/0      —       0/0      —       0/0       0

                code,name,branches,groups,themeActivity.branchesDone,themeActivity.branches,fiveOnes.done,fiveOnes.target,committee.membersDone,committee.members,pairing.households.covered,pairing.households.inScope,pairing.members.covered,pairing.members.inScope,pairing.visitedThisMonth,cooperatives.active,cooperatives.memberFounded,cooperatives.founders,cooperatives.householdsLed
                422801100,试验镇,2,1,0,1,1,5,0,1,1,2,1,3,1,1,1,1,30
                422801101,,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
                {
                  "asOf": "2016-06-30",
                  "scope": {
                    "code": "422801",
                    "name": ""
                  },
                  "towns": [
                    {
                      "code": "422801100",
                64
                1

                """, "\(outcome.output)")
        #expect(outcome.errors.contains("请在地址后面写明乡镇（town=）") && outcome.errors.contains("9"))
    }

    @Test(
        "Lists of a whole county are those of its towns behind the town, in each format; a town of another version is said, and the others are told"
    )
    func countyLists() throws {
        let folder = try folder("listed", "town", "422801100")
        let outcome = try Program.shell(
            """
            for code in 422801101 422801102; do zhibu server town add $code --database "$BASE" >/dev/null; done
            ZHIBU_DATABASE=$SERVER zhibu systems adopt 人才 >/dev/null
            all() { zhibu "$@" --database "$BASE"; }; one() { zhibu "$@" --database "$SERVER"; }
            for line in "gaps --as-of 2016-06-30" "registers --as-of 2016-06-30" "due --as-of 2016-06-30" "month --month 2016-05"; do
                all $line --format csv | sed 's/^town.code,town.name,//; s/^422801100,试验镇,//' >csv; one $line --format csv | cmp - csv
                all $line --format json | tr -d '\n' | sed 's/ *"town": {[^}]*},//g; s/ //g; s/"scope":{[^}]*}//' >json
                one $line --format json | tr -d '\n' | sed 's/ //g; s/"scope":{[^}]*}//' | cmp - json
                all $line | sed -n 1,4p
            done
            all gaps --fail-if-any >/dev/null; echo $?; all due --fail-if-any >/dev/null; echo $?
            all registers --as-of 2016-06-30 --register 没有这本; all registers --restricted; echo $?
            """, in: folder)
        #expect(
            outcome.output == """
                全县缺口  422801  截至 2016-06-30  共 18 条

                逾期 9 条
                  试验镇  主题党日  422801100201/2016-01  甲村            0/1
                全县登记簿  422801  截至 2016-06-30

                乡镇    体系  登记簿    条目  未结  逾期  将到期  统计
                试验镇  人才  专家         0     0     0       0  专家 0人
                全县到期  422801  截至 2016-06-30  共 0 条
                没有逾期或将到期的条目。
                全县月报 2016-05  422801  截至 2016-05-31

                乡镇    编码          支部          月报    当月      党日  主题活动  受访  走访  五个一  待补  补录  户结对  走访户  党员结对  签收后变动
                试验镇  422801100201  甲村          未上报  齐全         1         0     0     0       0     0     0     1/2       0       1/2
                1
                0
                全县登记簿  422801  截至 2016-06-30
                还没有登记簿。
                64

                """, "\(outcome.output)\(outcome.errors)")
        try PostgreSQLCluster.shared.get().raw("listed").run("UPDATE t422801101.ledger_version SET version = 13")
        let without = try Program.shell(
            """
            export ZHIBU_DATABASE="$BASE"; zhibu status --as-of 2016-06-30 >told; echo $?; tail -3 told
            zhibu status --as-of 2016-06-30 --format csv 2>/dev/null | tail -2; zhibu status --as-of 2016-06-30 --format json 2>/dev/null | grep -B2 version
            zhibu gaps --as-of 2016-06-30 2>/dev/null | head -3
            """, in: folder)
        #expect(
            without.output == """
                69
                422801100  试验镇             2       1       0/1       0/1     1/5  滞后       1/2  50.0%       1/3  33.3%       1/2       1
                422801101  版本不同：较旧
                422801102                     0       0       0/0       0/0       0  不考核     0/0      —       0/0      —       0/0       0
                422801101,,,,,,,,,,,,,,,,,,
                422801102,,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0
                      "code": "422801101",
                      "name": "",
                      "version": "older"
                全县缺口  422801  截至 2016-06-30  共 18 条

                逾期 9 条

                """, "\(without.output)")
        #expect(
            without.errors
                == "zhibu：没有算进来的乡镇：422801101（版本不同：较旧）；较旧的请管理员运行 zhibu server init，较新的请更新本程序\n",
            "\(without.errors)")
    }

    @Test(
        "The dashboard on a whole county: a row a town, Enter opens it, quitting comes back to figures asked anew; a town that cannot be opened is said"
    )
    func countyBoard() throws {
        let folder = try folder("walked", "town", "422801100")
        folder.environment["ZHIBU_DATABASE"] = folder.environment["BASE"]
        #expect(try Program.shell("zhibu server town add 422801101 --database \"$BASE\"", in: folder).status == 0)
        let plain = try Program.shell("printf '1\\nq\\nq\\n' | zhibu --plain", in: folder)
        #expect(plain.status == 0 && plain.output.contains("1. 试验镇"), "\(plain.output)\(plain.errors)")
        #expect(plain.output.contains("退出（q）回到全县"), "\(plain.output)")
        let board = try Board(folder)
        try #require(board.shows("[1全县]") && board.shows("422801101"), "\(board.text)")
        #expect(board.text.contains("试验镇") && board.text.contains("1/2 50.0%"))
        try board.press(Board.Keys.enter, until: "[1总览]")
        #expect(board.text.contains("退出（q）回到全县"), "\(board.text)")
        let paired = "zhibu pair H2 P3 --from 2016-06-01 --database \"$SERVER\""
        #expect(try Program.shell(paired, in: folder).status == 0)
        #expect(board.shows("2/2"))
        try board.press("q", until: "[1全县]")
        #expect(board.shows("2/2 100%"), "\(board.text)")
        try PostgreSQLCluster.shared.get().raw("walked").run("UPDATE t422801101.ledger_version SET version = 13")
        board.session.type("\u{1B}[B")
        board.settle()
        try board.press(Board.Keys.enter, until: "旧版本")
        #expect(board.text.contains("[1全县]"))
        board.quit()
    }

    @Test(
        "The towns' copies are made by a command, one of a day and as it is then, and by the timer's unit with that command; another's act makes none by itself"
    )
    func backups() throws {
        let folder = try folder("copied", "town", "422801100")
        let raw = try PostgreSQLCluster.shared.get().raw("copied")
        // The last entry is of yesterday.
        try raw.run(
            """
            SET session_replication_role = replica;
            UPDATE t422801100.journal SET at = '2016-06-29T08:00:00Z'; SET session_replication_role = origin
            """)
        let unit = try String(contentsOfFile: Self.assets + "/server/zhibu-backup.service", encoding: .utf8)
        let line = try #require(unit.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
        let command = line.dropFirst("ExecStart=/usr/bin/".count)
            .replacing("/var/lib/zhibu", with: "kept").replacing("postgresql:///county", with: "\"$BASE\"")
        #expect(command == "zhibu server backup kept --database \"$BASE\"" && unit.contains("StateDirectory=zhibu\n"))
        let outcome = try Program.shell(
            """
            \(command); echo $?; mkdir kept; \(command); \(command); ls kept | wc -l; for copy in kept/*; do zhibu status --database $copy --as-of 2016-06-30 | head -1; done
            ZHIBU_DATABASE=$SERVER zhibu pair H2 P3 --from 2016-06-01 >/dev/null; echo $?; ls kept | wc -l
            \(command); ZHIBU_DATABASE=$SERVER zhibu undo >/dev/null; \(command); ls -A kept | wc -l
            [ "$(ZHIBU_DATABASE=$SERVER zhibu seal)" = "$(zhibu seal --database "$(ls kept/* | tail -1)")" ] && echo same
            """, in: folder)
        #expect(
            outcome.output == """
                1 个乡镇，kept 里共有备份 0 份
                1
                1 个乡镇，kept 里共有备份 1 份
                1 个乡镇，kept 里共有备份 1 份
                1
                支部台账  试验镇 422801100  截至 2016-06-30
                0
                1
                1 个乡镇，kept 里共有备份 2 份
                1 个乡镇，kept 里共有备份 2 份
                2
                same

                """, "\(outcome.output)\(outcome.errors)")
        #expect(
            outcome.errors.hasPrefix("zhibu：422801100：自动备份没有存上") && outcome.errors.split(separator: "\n").count == 1)
        let timer = try String(contentsOfFile: Self.assets + "/server/zhibu-backup.timer", encoding: .utf8)
        #expect(
            timer.contains("OnCalendar=*-*-* 00:05:00\nPersistent=true\n") && timer.contains("WantedBy=timers.target"))
    }

    @Test("The list of officers says who keeps their rights") func officers() throws {
        let folder = try folder("keeping", "town", "422801100")
        let line = "zhibu officer add li-listed --role 管理员 --name 李 >/dev/null; zhibu officer list | tail -1"
        let outcome = try Program.shell(
            "for ZHIBU_DATABASE in \"$SERVER\" \"$FILE\"; do export ZHIBU_DATABASE; \(line); done", in: folder)
        #expect(outcome.output == "权限由服务器守着\n台账是一个文件，权限只防误操作\n", "\(outcome.output)\(outcome.errors)")
    }

    @Test("What is wrong with an address is said, with its status, and no password is told")
    func refusals() throws {
        let folder = try folder("refusals", "town", "422801100")
        let cases: [(String, Int32, String)] = [
            ("zhibu journal --database \"$BASE\"", 64, "没有写明是哪个乡镇"),
            ("zhibu status --database \"$BASE&town=1\"", 64, "没有写明是哪个乡镇"),
            ("zhibu status --database \"$BASE&town=422801999\"", 69, "zhibu server town add 422801999"),
            (
                "zhibu status --database 'postgresql://li:geheim@127.0.0.1:1/x?town=422801100'", 69,
                "连不上服务器 postgresql://li@127.0.0.1:1/x"
            ),
            (
                "zhibu status --database 'postgresql://127.0.0.1:2,127.0.0.1:1/x?town=422801100'", 69,
                "服务器的原话：connection to server at \"127.0.0.1\", port 1 failed: Connection refused）"
            ),
            ("zhibu server town add 4228 --database \"$BASE\"", 64, "不是乡镇的九位编码"),
            ("zhibu server init \"$FILE\"", 64, "没有写明是哪个乡镇"),
            ("zhibu server adopt \"$FILE\" --database \"$SERVER\"", 1, "里已有台账"),
            ("zhibu server adopt \"$FILE\" --database other.db", 64, "没有写明是哪个乡镇"),
            ("zhibu server adopt nowhere.db --database \"$SERVER\"", 69, "无法打开台账文件 nowhere.db"),
            ("zhibu restore --database \"$SERVER\"", 1, "服务器上的台账不这样恢复"),
            ("zhibu restore \"$FILE\" --yes --database \"$SERVER\"", 1, "服务器上的台账不这样恢复"),
            ("zhibu status --database postgresql://10.255.255.1/x?town=422801100", 64, "sslmode=verify-full"),
        ]
        for (line, status, text) in cases {
            let outcome = try Program.shell(line, in: folder)
            #expect(
                outcome.status == status && outcome.errors.contains(text),
                "\(line): \(outcome.status) \(outcome.errors)")
            #expect(!outcome.errors.contains("geheim"))
            #expect(try folder.names().allSatisfy { !["other.db", "nowhere.db", "postgresql:"].contains($0) })
        }
        let again = try Program.shell(
            """
            zhibu server init "$BASE"; zhibu server town add 422801100 --database "$BASE" | head -1; zhibu server town --database "$BASE"
            """, in: folder)
        let list = try #require(folder.environment["SERVER"])
        #expect(
            again.output == """
                共 1 个乡镇，都是本程序的版本；角色、权限和服务器上的函数已重新设置，台账内容没有改动
                乡镇 422801100 本来就有，没有改动
                \(list)

                """, "\(again.output)\(again.errors)"
        )
    }

    @Test(
        "The dashboard on a server: another's act comes into sight; a lost line is said, the form is kept and saved at the next try"
    )
    func board() throws {
        let folder = try folder("board", "town", "422801100")
        folder.environment["ZHIBU_DATABASE"] = folder.environment["SERVER"]
        let board = try Board.opened(folder)
        #expect(board.text.contains("1/2"))
        #expect(try Program.run(["pair", "H2", "P3", "--from", "2016-06-01"], in: folder).status == 0)
        #expect(board.shows("2/2"))
        try board.press("r2", until: "记活动：主题活动")
        try board.press("七一慰问", until: "七一慰问")
        let raw = try PostgreSQLCluster.shared.get().raw("postgres")
        let cut = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = 'board'"
        #expect(try raw.value(cut) == "1")
        #expect(board.shows("连接断了") && board.text.contains("七一慰问"))
        try board.press(Board.Keys.save, until: "已保存")
        #expect(try Program.run(["check"], in: folder).status == 0)
        #expect(try Program.run(["journal"], in: folder).output.contains("七一慰问"))
        // Cut again, and nothing typed: the next that asks connects anew.
        _ = try raw.value(cut)
        board.settle()
        #expect(try Program.run(["record", "--help"], in: folder).status == 0)
        board.quit()
    }
}
