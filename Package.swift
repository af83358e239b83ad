// swift-tools-version: 6.2
import PackageDescription

// Every Swift target is held to the same rules; the import table itself is a test (Tests/ArchitectureTests).
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

// Tests draw thousands of screens of a town of five thousand households: what these targets do was most of their time.
let fast: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "zhibu",
    products: [
        .executable(name: "zhibu", targets: ["zhibu"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        // ncursesw behind about fifteen functions. No pkgConfig: it warns at every build.
        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
        ),
        // The embedded engine.
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        // How those of the C targets below that are loaded when asked find their libraries' functions.
        .target(name: "CLoader"),
        // What unpacks workbooks and reads their XML (Documentation/DECISIONS.md, 2026-11-24: workbooks); loaded when one is opened.
        .target(name: "CMinizip", dependencies: ["CLoader"]),
        .target(name: "CExpat", dependencies: ["CLoader"]),
        // The domain. Imports nothing.
        .target(name: "PartyWork", swiftSettings: fast),
        // How names are read, found and ordered.
        .target(name: "ChineseNames", dependencies: ["PartyWork"], swiftSettings: fast),
        // What is printed, as values: the six papers, lists and reports.
        .target(name: "Papers", dependencies: ["PartyWork"], swiftSettings: strict),
        // libpq behind about forty functions; loaded when the address of a server is used, so not linked.
        .target(name: "CPostgres", dependencies: ["CLoader"]),
        // The domain in a database.
        .target(
            name: "Ledger",
            dependencies: ["PartyWork", "CSQLite", "CPostgres", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: fast
        ),
        // libxlsxwriter behind about twenty functions; loaded when a workbook is written, so not linked.
        .target(name: "CXlsxWriter", dependencies: ["CLoader"]),
        // libgsf behind six functions; loaded when an .xls is opened, so not linked.
        .target(name: "CGsf", dependencies: ["CLoader"]),
        // pango and cairo behind about twenty functions; loaded when a PDF is written, so not linked.
        .target(name: "CPango", dependencies: ["CLoader"]),
        // Files in and out.
        .target(
            name: "Exchange",
            dependencies: [
                "PartyWork", "Papers", "TerminalUI", "CMinizip", "CExpat", "CXlsxWriter", "CGsf", "CPango",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        // A toolkit for screens made of cells. Knows no domain and no terminal.
        .target(name: "TerminalUI", swiftSettings: fast),
        // Draws frames on a terminal and reads its keys.
        .target(name: "CursesTerminal", dependencies: ["TerminalUI", "CNcurses"], swiftSettings: strict),
        // The screens.
        .target(
            name: "Dashboard", dependencies: ["PartyWork", "ChineseNames", "Papers", "TerminalUI"],
            swiftSettings: strict),
        // The command line, and the only place where everything meets.
        .executableTarget(
            name: "zhibu",
            dependencies: [
                "PartyWork", "Ledger", "Exchange", "Papers", "TerminalUI", "CursesTerminal", "Dashboard",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "TestSupport",
            dependencies: ["CPostgres", "CSQLite", "Ledger", "PartyWork", "TerminalUI"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        .testTarget(name: "PartyWorkTests", dependencies: ["PartyWork", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "ChineseNamesTests", dependencies: ["ChineseNames", "PartyWork", "TestSupport"], swiftSettings: strict
        ),
        .testTarget(name: "PapersTests", dependencies: ["Papers", "PartyWork"], swiftSettings: strict),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["CSQLite", "Ledger", "PartyWork", "Papers", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ExchangeTests", dependencies: ["Exchange", "Papers", "PartyWork", "TestSupport"],
            swiftSettings: strict),
        .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "TestSupport"], swiftSettings: strict),
        // A program that tests of the terminal layer drive, crash and kill.
        .executableTarget(
            name: "TerminalFixture",
            dependencies: ["CursesTerminal", "TerminalUI"],
            path: "Tests/Fixtures/TerminalFixture",
            swiftSettings: strict
        ),
        .testTarget(
            name: "CursesTerminalTests",
            dependencies: ["CursesTerminal", "CNcurses", "TerminalFixture", "TerminalUI", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "DashboardTests",
            dependencies: [
                "Dashboard", "Ledger", "Exchange", "CursesTerminal", "PartyWork", "ChineseNames", "Papers",
                "TerminalUI", "TestSupport",
            ],
            exclude: ["Frames"],
            swiftSettings: strict
        ),
        // Drives the built program from outside: arguments, exit statuses, a pseudo-terminal.
        .testTarget(
            name: "CommandTests",
            dependencies: ["zhibu", "Dashboard", "Ledger", "PartyWork", "TerminalUI", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: fast),
    ]
)
