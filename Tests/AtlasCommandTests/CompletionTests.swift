import Foundation
import TestSupport
import Testing

@testable import atlas_admin

@Suite("Completion")
struct CompletionTests {
  private func texts(_ words: String..., profiles: [String] = []) -> [String] {
    switch Completer(profileNames: { profiles }).completion(of: words) {
    case .candidates(let candidates): candidates.map(\.text)
    case .files: [":files"]
    }
  }

  @Test("knows commands, endpoints, and options")
  func commands() {
    #expect(texts("c") == ["call", "completion"])
    #expect(texts("auth", "") == ["check"])
    #expect(texts("completion", "") == ["bash", "zsh", "fish"])
    #expect(texts("call", "ListClusters").contains("ListClusters"))
    #expect(texts("call", "listclusters").contains("ListClusters"))
    #expect(texts("call", "--api", "v1", "ListRest") == ["ListRestoreJobs"])
    #expect(texts("explain", "CreateClus").contains("CreateCluster"))
    #expect(texts("explain", "CreateCluster", "--ex") == ["--example"])
    #expect(texts("help", "ca") == ["call", "CancelRestoreJob"])
    #expect(texts("simulate", "--p").contains("--port"))
    #expect(texts("call", "GetCluster", "x", "") != [])
  }

  @Test("knows the flags of an endpoint, required ones first")
  func flags() {
    #expect(
      Array(texts("call", "GetCluster", "").prefix(2)) == ["--group-id", "--cluster-name"])
    #expect(texts("call", "ListClusters", "--items") == ["--items-per-page"])
    #expect(!texts("call", "GetCluster", "--group-id", "x", "").contains("--group-id"))
    #expect(!texts("call", "GetCluster", "--group-id=x", "").contains("--group-id"))
    #expect(texts("call", "GetCluster", "--output-f") == ["--output-file"])
  }

  @Test("knows values")
  func values() {
    #expect(texts("call", "ListAlerts", "--status", "O") == ["OPEN"])
    #expect(texts("call", "ListAlerts", "--status=O") == ["--status=OPEN"])
    #expect(texts("call", "X", "--api", "") == ["v1", "v2"])
    #expect(texts("call", "X", "--output", "t") == ["table", "text"])
    #expect(texts("call", "CreateCluster", "--until", "") == ["idle", "deleted"])
    #expect(texts("endpoints", "--tag", "Clusters") == ["Clusters"])
    #expect(texts("call", "X", "--profile", "s", profiles: ["default", "staging"]) == ["staging"])
    #expect(texts("call", "ListClusters", "--include-count", "") != ["true", "false"])
    #expect(texts("call", "CreateCluster", "--body", "") == [":files"])
    #expect(texts("call", "CreateCluster", "--output-file=a") == [":files"])
    #expect(texts("call", "GetCluster", "--cluster-name", "") == [])
  }

  @Test("knows properties of bodies")
  func properties() {
    #expect(texts("call", "CreateCluster", "--set", "clusterT") == ["clusterType="])
    #expect(
      texts("call", "CreateCluster", "--set", "clusterType=")
        == ["clusterType=REPLICASET", "clusterType=SHARDED", "clusterType=GEOSHARDED"])
    #expect(texts("call", "CreateCluster", "--set", "replicationS") == ["replicationSpecs."])
    #expect(
      texts("call", "CreateCluster", "--set", "replicationSpecs[0].regionConfigs.pri")
        == ["replicationSpecs[0].regionConfigs.priority="])
    #expect(
      texts("call", "CreateCluster", "--set", "backupEnabled=t") == ["backupEnabled=true"])
    #expect(texts("call", "CreateCluster", "--set", "zzz.") == [])
    #expect(texts("call", "GetCluster", "--set", "") == [])
  }

  /// A shell with the command in its path; `nil` if there is no such shell.
  private static func shell(_ name: String) -> Command? {
    guard
      let folder = ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].first(where: {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
      })
    else { return nil }
    var shell = Command(at: URL(filePath: "\(folder)/\(name)"))
    let commands = Command("atlas-admin").url.deletingLastPathComponent().path
    shell.environment["PATH"] =
      commands + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    shell.environment["XDG_CONFIG_HOME"] = "/nonexistent"
    return shell
  }

  private static let cases: [(line: String, completed: String)] = [
    ("atlas-admin call ListClusters --items-per", "--items-per-page"),
    ("atlas-admin explain GetSystemSt", "GetSystemStatus"),
    ("atlas-admin call CreateCluster --set clusterT", "clusterType="),
    ("atlas-admin call ListAlerts --status O", "OPEN"),
    ("atlas-admin call CreateCluster --body /etc/host.con", "/etc/host.conf"),
  ]

  @Test("works in bash", .enabled(if: shell("bash") != nil))
  func bash() async throws {
    let shell = try #require(Self.shell("bash"))
    let script = #"""
      source <(atlas-admin completion bash)
      complete -p atlas-admin > /dev/null || exit 1
      for line in "$@"; do
        read -ra COMP_WORDS <<< "$line"
        [[ "$line" == *" " ]] && COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _atlas_admin
        printf '%s\n' "${COMPREPLY[*]}"
      done
      """#
    let lines =
      Self.cases.map(\.line) + [
        "atlas-admin call ListAlerts --status = O",
        "atlas-admin call CreateCluster --body = /etc/host.con",
        "atlas-admin call CreateCluster --set clusterType = ",
      ]
    let result = try await shell.run(["--norc", "-c", script, "bash"] + lines)
    #expect(
      result.output.split(separator: "\n").map(String.init) == Self.cases.map(\.completed) + [
        "OPEN", "/etc/host.conf", "REPLICASET SHARDED GEOSHARDED",
      ], "\(result.error)")
  }

  @Test(
    "works in an interactive bash", .enabled(if: shell("bash") != nil && shell("script") != nil))
  func interactiveBash() async throws {
    let shell = try #require(Self.shell("script"))
    let keys = """
      bind 'set enable-bracketed-paste off'
      source <(atlas-admin completion bash)
      atlas-admin endpoints --tag Organizatio\t
      exit

      """
    let bash = try #require(Self.shell("bash")).url.path
    let result = try await shell.run(
      ["-qec", "\(bash) --norc --noprofile -i", "/dev/null"], input: keys)
    #expect(result.output.contains("GetOrganization "))
  }

  @Test("works in zsh", .enabled(if: shell("zsh") != nil))
  func zsh() async throws {
    let shell = try #require(Self.shell("zsh"))
    let script = #"""
      zmodload zsh/zpty
      zpty shell "zsh -f -i"
      zpty -w shell "PS1=; autoload -Uz compinit; compinit -u -D; source <(atlas-admin completion zsh)"
      zpty -w shell 'show() { print -r -- "<$BUFFER>"; BUFFER=; zle accept-line; }; zle -N show'
      zpty -w shell 'bindkey "^T" show; echo ready''!'
      zpty -r shell output '*ready!*ready!*'
      for line in "$@"; do
        zpty -w -n shell "$line"$'\t\x14'
        zpty -r shell output "*<*>*"
        print -r -- "${${output##*<}%%>*}"
      done
      zpty -d shell
      """#
    let result = try await shell.run(["-f", "-c", script, "zsh"] + Self.cases.map(\.line))
    let lines = result.output.split(separator: "\n").map { line in
      line.split(separator: " ").last.map(String.init) ?? ""
    }
    #expect(lines == Self.cases.map(\.completed), "\(result.error)")
  }

  @Test("works in fish", .enabled(if: shell("fish") != nil))
  func fish() async throws {
    let shell = try #require(Self.shell("fish"))
    let script = """
      atlas-admin completion fish | source
      for line in $argv
        complete -C "$line" | string replace -r '\\t.*' ''
      end
      """
    let result = try await shell.run(
      ["--no-config", "-c", script] + Self.cases.map(\.line)
        + ["atlas-admin call ListAlerts --status=O"])
    #expect(
      result.output.split(separator: "\n").map(String.init)
        == Self.cases.map(\.completed) + ["--status=OPEN"], "\(result.error)")
  }
}
