extension RuleSet {
  /// The rules that are code: the one list to add a new one to.
  static let codeRules: [Rule] =
    configRules + requiredRules + storeRules + valueRules + dotenvRules + gitRules + assetRules
    + stateRules + knownValueRules + contextRules

  private static let configRules: [Rule] = [
    .severalConfigFiles, .parentConfigShadows, .configSyntax, .configDuplicateKey, .unknownConfigKey, .keyInWrongTable,
    .removedConfigKey, .topLevelOnlyKey, .environmentSectionMissing, .environmentNamesMissing, .environmentNotDefined,
    .workerNameClash, .workerName, .bindingDuplicate, .bindingKindDrift, .nameNotIdentifier, .pagesUnsupported,
    .redirectStale, .configNotEvaluated, .unusedIgnore,
  ]

  private static let requiredRules: [Rule] = [
    .requiredShape, .requiredEnvironmentMissing, .requiredNoScript, .requiredMissingLocal,
    .requiredUndeclared, .requiredUnused,
  ]

  private static let storeRules: [Rule] = [.storeBindingShape, .storeValueInConfig, .storeLocalGap, .storeGetMisuse]

  private static let stateRules: [Rule] = [
    .keepVarsAdvice, .requiredFirstDeploy, .requiredNotOnLatest, .requiredSatisfiedAsText, .varReplacesSecret,
    .stateNameTaken, .stateOrphanSecret, .stateLatestUndeployed, .stateSplitMismatch, .stateRollbackHazard,
    .stateEnvironmentDrift, .stateCaptureUnusable, .stateUnknown, .stateRefused, .stateStrayWorker,
    .stateBulkFileShape, .storeState, .storeCommand,
  ]

  private static let valueRules: [Rule] = [
    .varsSecretValue, .varsSecretName, .varsEmptyPlaceholder, .varsCloudflareCredential, .varsShape, .varsValueSize,
    .varsCount, .varsPublicPrefixSecret, .configDefineSecret, .configBuildCommandSecret, .configConnectionString,
    .configBindingLiteralSecret,
  ]

  private static let dotenvRules: [Rule] = [
    .dotenvIgnoredLine,
    .dotenvDuplicateKey,
    .dotenvHashCut,
    .dotenvQuote,
    .dotenvMultilineUnquoted,
    .dotenvDollar,
    .dotenvBothSources,
    .dotenvEnvFileNotMerged,
    .dotenvPrecedence,
    .dotenvEnvFileNotSelected,
    .dotenvCloudflareToken,
    .dotenvHyperdriveInDevVars,
    .dotenvChangesType,
    .dotenvShadowedByBinding,
    .dotenvExcludedByRequired,
    .dotenvExampleDrift,
    .dotenvExampleRealValue,
    .dotenvValueSize,
    .dotenvNameNotIdentifier,
  ]

  private static let gitRules: [Rule] = [
    .gitSecretFileTracked, .gitSecretFileNotIgnored, .gitIgnoredPrivately, .gitSecretFileInHistory,
    .gitNegationReincludes, .gitExampleIgnored, .gitWranglerDir, .sourceTypesLiteralSecret,
  ]

  private static let knownValueRules: [Rule] = [.knownValueInSource, .knownValuePublished, .knownValueBuilt]

  private static let contextRules: [Rule] = [
    .sourceHardcodedSecret, .sourceAuthorizationHeader, .sourceURLPassword, .sourceCommandLineSecret,
  ]

  private static let assetRules: [Rule] = [
    .assetsBuildOutputSecretFile, .assetsSecretFile, .assetsDirectoryTooWide, .assetsModulesSecretFile,
  ]
}
