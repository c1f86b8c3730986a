// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// What is tested is optimised also where the tests are built for debugging: they take less than half of
/// the time then.
///
/// So is what makes and reads much for many tests.
let optimised: [SwiftSetting] =
  strict + [
    .unsafeFlags(
      ["-O", "-whole-module-optimization", "-num-threads", "2"],
      .when(configuration: .debug)
    )
  ]

let package = Package(
  name: "seminar",
  products: [
    .executable(name: "seminar", targets: ["seminar"]),
    .executable(name: "seminar-benchmark", targets: ["seminar-benchmark"]),
    // For tests alone: it is loaded into programs whose calls to the system are to fail.
    .library(name: "FaultInjection", type: .dynamic, targets: ["FaultInjection"]),
  ],
  traits: [
    .trait(
      name: "Archives",
      description:
        "Read packed banks (.zip, .imscc) and spreadsheets (.xlsx) with the system's zlib (zlib1g-dev)."
    ),
    .trait(
      name: "XLSX",
      description: "Write workbooks (.xlsx) with the system's libxlsxwriter (libxlsxwriter-dev)."
    ),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .target(name: "Chance", swiftSettings: optimised),
    .target(
      name: "Diagnostics",
      dependencies: ["Yams", "SwiftCSV"],
      swiftSettings: optimised
    ),
    .target(name: "Curricula", dependencies: ["Diagnostics"], swiftSettings: optimised),
    .target(
      name: "Timetabling",
      dependencies: ["Chance", "Curricula", "Diagnostics"],
      swiftSettings: optimised
    ),
    .target(
      name: "Publishing",
      dependencies: ["Timetabling", "Curricula", "Diagnostics"],
      swiftSettings: optimised
    ),
    .target(name: "Quizzes", dependencies: ["Chance", "Diagnostics"], swiftSettings: optimised),
    .target(name: "Statistics", swiftSettings: optimised),
    .target(name: "Banks", dependencies: ["Quizzes", "Diagnostics"], swiftSettings: optimised),
    .target(
      name: "ItemWriting",
      dependencies: ["Quizzes", "Diagnostics"],
      swiftSettings: optimised
    ),
    .target(
      name: "Records",
      dependencies: [
        "Quizzes", "Diagnostics",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: optimised
    ),
    .target(
      name: "Coordination",
      dependencies: [
        "Banks", "Curricula", "Diagnostics", "ItemWriting", "Publishing", "Quizzes", "Records",
        "Statistics", "Timetabling",
      ],
      swiftSettings: optimised
    ),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Archives",
      dependencies: [.target(name: "CZlib", condition: .when(traits: ["Archives"]))],
      swiftSettings: optimised
    ),
    .target(
      name: "Spreadsheets",
      dependencies: ["Archives", "Banks", "Curricula", "Diagnostics"],
      swiftSettings: optimised
    ),
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "Workbooks",
      dependencies: [
        "Curricula", "Diagnostics", "Publishing",
        .target(name: "CXlsxWriter", condition: .when(traits: ["XLSX"])),
      ],
      swiftSettings: optimised
    ),
    .systemLibrary(
      name: "CReadline",
      providers: [.apt(["libreadline-dev"])]
    ),
    .target(
      name: "Terminal",
      dependencies: ["CReadline", "Diagnostics"],
      swiftSettings: optimised
    ),
    .executableTarget(
      name: "seminar",
      dependencies: [
        "Archives", "Banks", "Coordination", "Curricula", "Diagnostics", "Publishing", "Quizzes",
        "Records", "Spreadsheets", "Terminal", "Timetabling", "Workbooks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: optimised
    ),
    .executableTarget(
      name: "seminar-benchmark",
      dependencies: [
        "Chance", "Curricula", "Diagnostics", "Quizzes", "Records", "Statistics", "Timetabling",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: optimised
    ),
    .target(name: "GoldenFiles", path: "Tests/GoldenFiles", swiftSettings: strict),
    .target(
      name: "MarkedTexts",
      dependencies: ["Diagnostics"],
      path: "Tests/MarkedTexts",
      swiftSettings: strict
    ),
    .target(
      name: "SampleItems",
      dependencies: ["Banks", "Chance", "Quizzes", "Diagnostics"],
      path: "Tests/SampleItems",
      swiftSettings: optimised
    ),
    .target(
      name: "Mutations",
      dependencies: ["Chance"],
      path: "Tests/Mutations",
      swiftSettings: strict
    ),
    .target(name: "SampleZones", path: "Tests/SampleZones", swiftSettings: strict),
    .target(name: "OwnThreads", path: "Tests/OwnThreads", swiftSettings: strict),
    .target(name: "TestFolders", path: "Tests/TestFolders", swiftSettings: strict),
    .target(name: "PublishedCalendars", path: "Tests/PublishedCalendars", swiftSettings: optimised),
    .testTarget(
      name: "DiagnosticsTests",
      dependencies: ["Diagnostics"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CurriculaTests",
      dependencies: ["Curricula", "Diagnostics", "GoldenFiles", "MarkedTexts", "SampleZones"],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TimetablingTests",
      dependencies: [
        "seminar-benchmark", "Chance", "Timetabling", "Curricula", "Diagnostics", "MarkedTexts",
        "Mutations",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "QuizzesTests",
      dependencies: [
        "Quizzes", "Chance", "Diagnostics", "MarkedTexts", "Mutations", "SampleItems",
      ],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "BanksTests",
      dependencies: [
        "Banks", "Chance", "Quizzes", "Diagnostics", "MarkedTexts", "Mutations", "SampleItems",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "StatisticsTests",
      dependencies: ["Chance", "Statistics"],
      swiftSettings: strict
    ),
    .target(name: "HandmadeArchives", path: "Tests/HandmadeArchives", swiftSettings: strict),
    .testTarget(
      name: "ArchivesTests",
      dependencies: ["Archives", "HandmadeArchives"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SpreadsheetsTests",
      dependencies: ["Archives", "HandmadeArchives", "Spreadsheets"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "WorkbooksTests",
      dependencies: ["Curricula", "Publishing", "Workbooks"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ItemWritingTests",
      dependencies: ["ItemWriting", "Quizzes", "Diagnostics", "GoldenFiles", "MarkedTexts"],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "BenchmarkTests",
      dependencies: [
        "seminar-benchmark", "PseudoTerminal", "Timetabling", "Curricula", "Diagnostics",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "seminar-benchmark", "Publishing", "Timetabling", "Curricula", "Diagnostics", "GoldenFiles",
      ],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
    .target(name: "FaultInjection", path: "Tests/FaultInjection", swiftSettings: strict),
    .executableTarget(
      name: "MarkbookProbe",
      dependencies: ["Quizzes", "Records"],
      path: "Tests/MarkbookProbe",
      swiftSettings: strict
    ),
    .testTarget(
      name: "CoordinationTests",
      dependencies: [
        "Coordination", "Curricula", "Diagnostics", "GoldenFiles", "PublishedCalendars",
        "Publishing", "Quizzes", "Records", "SampleZones", "Statistics", "TestFolders",
        "Timetabling",
      ],
      exclude: ["Outline/Golden", "Progress/Golden", "Scoring/Golden", "SelfPaced/Golden"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "RecordsTests",
      dependencies: [
        "Records", "Chance", "Quizzes", "Diagnostics", "GoldenFiles", "Mutations", "PseudoTerminal",
        "TestFolders",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures", "Golden"],
      swiftSettings: strict
    ),
    .target(name: "PseudoTerminal", path: "Tests/PseudoTerminal", swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe",
      dependencies: ["Terminal"],
      path: "Tests/TerminalProbe",
      swiftSettings: strict
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "Terminal", "Diagnostics", "OwnThreads", "PseudoTerminal", "TerminalProbe",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SeminarTests",
      dependencies: [
        "seminar", "Chance", "Coordination", "Curricula", "OwnThreads", "PseudoTerminal",
        "GoldenFiles", "Records", "Quizzes", "Diagnostics", "HandmadeArchives",
        "PublishedCalendars", "SampleZones", "TestFolders",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Golden", "Fixtures"],
      swiftSettings: strict
    ),
  ]
)
