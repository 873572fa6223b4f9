extension RuleSet {
  /// The rules that are code: the one list to add a new one to.
  static let codeRules: [Rule] =
    configRules + requiredRules + storeRules + valueRules + dotenvRules + gitRules + assetRules

  private static let configRules: [Rule] = [
    .unusedIgnore
  ]

  private static let requiredRules: [Rule] = []

  private static let storeRules: [Rule] = []

  private static let valueRules: [Rule] = [
    .varsSecretValue, .varsSecretName, .varsEmptyPlaceholder, .varsCloudflareCredential, .varsShape, .varsValueSize,
    .varsCount, .varsPublicPrefixSecret, .configDefineSecret, .configBuildCommandSecret, .configConnectionString,
    .configBindingLiteralSecret,
  ]

  private static let dotenvRules: [Rule] = []

  private static let gitRules: [Rule] = [
    .gitSecretFileTracked, .gitSecretFileNotIgnored, .gitNegationReincludes, .gitExampleIgnored, .gitWranglerDir,
    .sourceTypesLiteralSecret,
  ]

  private static let assetRules: [Rule] = [
    .assetsBuildOutputSecretFile, .assetsSecretFile, .assetsDirectoryTooWide, .assetsModulesSecretFile,
  ]
}
