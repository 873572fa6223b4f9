extension RuleSet {
  /// The rules that are code: the one list to add a new one to.
  static let codeRules: [Rule] =
    configRules + requiredRules + storeRules + valueRules + dotenvRules + gitRules + assetRules

  private static let configRules: [Rule] = [
    .unusedIgnore
  ]

  private static let requiredRules: [Rule] = [
    .requiredMissingLocal
  ]

  private static let storeRules: [Rule] = [
    .storeLocalGap
  ]

  private static let valueRules: [Rule] = []

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

  private static let gitRules: [Rule] = []

  private static let assetRules: [Rule] = []
}
