/// The parts of SARIF 2.1.0 that Paddock writes, as the standard names them.
enum SARIF {
  struct Log: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  struct Run: Encodable {
    let tool: Tool
    let automationDetails: AutomationDetails
    let columnKind = "unicodeCodePoints"
    let originalUriBaseIds: [String: Message.Described]
    let invocations: [Invocation]
    let results: [Result]
  }

  struct AutomationDetails: Encodable {
    let id: String
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name: String
    let semanticVersion: String
    let rules: [Rule]
  }

  struct Rule: Encodable {
    let id: String
    let name: String
    let shortDescription: Message
    let fullDescription: Message
    let help: Message
    let defaultConfiguration: Configuration
    let properties: Properties

    struct Configuration: Encodable {
      let level: String
    }

    struct Properties: Encodable {
      let securitySeverity: String
      let precision: String
      let problemSeverity: String
      let tags: [String]

      enum CodingKeys: String, CodingKey {
        case securitySeverity = "security-severity"
        case problemSeverity = "problem.severity"
        case precision, tags
      }
    }
  }

  struct Message: Encodable {
    let text: String
    var markdown: String?

    /// A URI base that is described, not given: the top of the repository.
    struct Described: Encodable {
      let description: Message
    }
  }

  struct Invocation: Encodable {
    let executionSuccessful: Bool
    let exitCode: Int32
    let toolExecutionNotifications: [Notification]
  }

  struct Notification: Encodable {
    let level: String
    let message: Message
    let locations: [Location]?
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int?
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]?
    let partialFingerprints: [String: String]
    let suppressions: [Suppression]?
    let fixes: [Fix]?
    let properties: Properties?

    /// The commit that brought a finding in the history.
    struct Properties: Encodable {
      let commit, commitDate, reach: String
      let pushed: Bool
    }
  }

  struct Location: Encodable {
    /// The number by which a message links to the place.
    var id: Int?
    let physicalLocation: PhysicalLocation
    /// The member of an archive, for which SARIF has no region: that would be one of the archive.
    var logicalLocations: [LogicalLocation]?
    var message: Message?
  }

  struct LogicalLocation: Encodable {
    let name: String
    let fullyQualifiedName: String
    let kind = "resource"
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    var region: Region?
  }

  struct ArtifactLocation: Encodable {
    let uri: String
    let uriBaseId = "%SRCROOT%"
  }

  struct Region: Encodable {
    let startLine, startColumn, endLine, endColumn: Int
  }

  struct Suppression: Encodable {
    let kind: String
    let justification: String?
  }

  struct Fix: Encodable {
    let description: Message
    let artifactChanges: [ArtifactChange]
  }

  struct ArtifactChange: Encodable {
    let artifactLocation: ArtifactLocation
    let replacements: [Replacement]
  }

  struct Replacement: Encodable {
    let deletedRegion: Region
    let insertedContent: Content

    struct Content: Encodable {
      let text: String
    }
  }
}
