// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "paddock",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "paddock", targets: ["CLI"])
  ],
  // Exact, because Package.resolved is not in git: the same source is always built from the same packages.
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    // Tests only: a second opinion about TOML.
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CPCRE2",
      pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]
    ),
    .target(name: "Patterns", dependencies: ["CPCRE2", .product(name: "Crypto", package: "swift-crypto")]),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .target(name: "Archives", dependencies: ["CZlib"]),
    .target(name: "Text"),
    .target(name: "CSystemCalls"),
    .target(
      name: "System",
      dependencies: ["CSystemCalls", "Text", .product(name: "SystemPackage", package: "swift-system")]
    ),
    .target(name: "Documents", dependencies: ["Text"]),
    .target(
      name: "Git",
      dependencies: [
        "Text", "System", "Documents",
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(name: "Workers", dependencies: ["Text", "System", "Documents"]),
    .target(name: "DeployState", dependencies: ["Text", "System", "Documents", "Workers"]),
    .target(name: "RuleData", path: "rules", plugins: ["EmbedRules"]),
    .target(
      name: "Linter",
      dependencies: [
        "Text", "System", "Archives", "Patterns", "Documents", "Git", "Workers", "DeployState", "RuleData",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(name: "Reports", dependencies: ["Text", "System", "Documents", "Linter", "Workers", "DeployState"]),
    .executableTarget(
      name: "CLI",
      dependencies: [
        "Text", "System", "Patterns", "Documents", "Git", "Workers", "DeployState", "Linter", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),

    // Development tools: none is part of the shipped program.
    .executableTarget(name: "embed-rules", dependencies: ["Text", "Documents"]),
    .target(name: "FixtureFill", dependencies: ["Patterns"], path: "Sources/FixtureFill"),
    .executableTarget(name: "fill-fixture", dependencies: ["FixtureFill"]),
    .executableTarget(
      name: "measure-accuracy",
      dependencies: ["Text", "System", "Documents", "Linter", "Patterns", "RuleData", "Workers"]
    ),
    .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"]),

    // One test target per room, and what they share.
    .target(
      name: "TestSupport",
      dependencies: [
        "Text", "System", "Documents", "FixtureFill", "Patterns",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/Support",
      exclude: ["Programs", "Schemas"]
    ),
    .testTarget(name: "SystemTests", dependencies: ["Text", "System", "TestSupport"]),
    .testTarget(name: "ArchivesTests", dependencies: ["Archives", "TestSupport"]),
    .testTarget(name: "PatternsTests", dependencies: ["Patterns", "FixtureFill", "TestSupport"]),
    .testTarget(
      name: "DocumentsTests",
      dependencies: ["Text", "Documents", "TestSupport", "TOMLKit"],
      exclude: ["Oracles"]
    ),
    .testTarget(
      name: "GitTests",
      dependencies: ["Text", "System", "Git", "TestSupport", .product(name: "SystemPackage", package: "swift-system")]
    ),
    .testTarget(name: "WorkersTests", dependencies: ["Text", "System", "Workers", "Documents", "TestSupport"]),
    .testTarget(
      name: "DeployStateTests",
      dependencies: ["Text", "System", "DeployState", "Workers", "Documents", "TestSupport"]
    ),
    .testTarget(
      name: "LinterTests",
      dependencies: ["Text", "System", "Linter", "DeployState", "Workers", "Documents", "RuleData", "TestSupport"]
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Text", "System", "Reports", "Linter", "Workers", "Documents", "TestSupport"]
    ),
    .testTarget(
      name: "CLITests",
      dependencies: [
        "Text", "System", "CLI", "FixtureFill", "Patterns", "Reports", "Linter", "DeployState", "Documents", "Workers",
        "TestSupport",
      ],
      exclude: ["StandIns"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
}

// The standard library's search for a text in a text is slow; `Documents` has a quick one of the same name.
for target in package.targets where [.regular, .executable].contains(target.type) && target.name != "TestSupport" {
  target.swiftSettings?.append(.unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"]))
}

// Rooms whose work takes no time worth measuring are built for size; a program of one file is downloaded by every CI job.
for target in package.targets
where ["Archives", "DeployState", "Git", "System", "Workers", "Reports", "CLI"].contains(target.name) {
  target.swiftSettings?.append(.unsafeFlags(["-Osize"], .when(configuration: .release)))
}

// What every byte passes through is too slow for tests without optimization.
for target in package.targets where ["Documents", "Patterns"].contains(target.name) {
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
