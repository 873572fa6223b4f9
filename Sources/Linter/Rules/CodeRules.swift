extension RuleSet {
  /// The rules that are code: the one list to add a new one to.
  static let codeRules: [Rule] =
    configRules + requiredRules + storeRules + valueRules + dotenvRules + gitRules + assetRules

  private static let configRules: [Rule] = [
    .severalConfigFiles, .parentConfigShadows, .configSyntax, .configDuplicateKey, .unknownConfigKey, .keyInWrongTable,
    .removedConfigKey, .topLevelOnlyKey, .environmentSectionMissing, .environmentNamesMissing, .environmentNotDefined,
    .workerNameClash, .workerName, .bindingDuplicate, .bindingKindDrift, .nameNotIdentifier, .pagesUnsupported,
    .redirectStale, .configNotEvaluated, .unusedIgnore,
  ]

  private static let requiredRules: [Rule] = [.requiredShape, .requiredEnvironmentMissing, .requiredNoScript]

  private static let storeRules: [Rule] = [.storeBindingShape, .storeValueInConfig]

  private static let valueRules: [Rule] = []

  private static let dotenvRules: [Rule] = []

  private static let gitRules: [Rule] = []

  private static let assetRules: [Rule] = []
}
