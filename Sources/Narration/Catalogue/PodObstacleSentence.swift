import Basics
import Machinery
import Objects

/// Why a Pod is not what it is asked to be.
extension Localized {
  static func podHasEnded(_ phase: PodPhase) -> Localized {
    Localized(
      "it has ended (\(phase.rawValue)), and a Pod does not begin again",
      "이미 끝났으며(\(phase.rawValue)) 파드는 다시 시작하지 않습니다"
    )
  }
  static func notTakenUp(_ node: String) -> Localized {
    Localized("the kubelet of \(node) has not taken it up yet", "\(node)의 kubelet이 아직 맡지 않았습니다")
  }
  static let noSandbox = Localized("its sandbox and network are not there yet", "샌드박스와 네트워크가 아직 없습니다")
  static func volumeNotMounted(_ name: String, _ message: String) -> Localized {
    Localized(
      "volume \(name) cannot be mounted, and before that there is no sandbox: \(message)",
      "볼륨 \(name.josa(.object)) 마운트할 수 없고, 그 전에는 샌드박스가 없습니다: \(message)"
    )
  }
  static let sandbox = Localized("the runtime to set up the sandbox", "런타임이 샌드박스를 준비하기를")
  static func readinessGate(_ name: String) -> Localized {
    Localized("its readiness gate \(name) is not True", "readiness gate \(name.josa(.subject)) True가 아닙니다")
  }
  static func someoneToSet(_ name: String) -> Localized {
    Localized("somebody to set the condition \(name)", "누군가 \(name) 컨디션을 설정하기를")
  }
  static let statusUnderWay = Localized(
    "it is so on the node, and the new status is on its way",
    "노드에서는 이미 그렇게 되었고, 새 status가 전달되는 중입니다"
  )
  static let statusIsBehind = Localized("its status has not been brought up to date yet", "status가 아직 갱신되지 않았습니다")
  static let nextSync = Localized("the kubelet's next look at it", "kubelet이 다음에 살펴보기를")
  static func containerUnnoticed(_ name: String) -> Localized {
    Localized(
      "container \(name) runs, and its kubelet has not noticed yet",
      "컨테이너 \(name.josa(.subject)) 실행 중이지만 kubelet이 아직 알지 못합니다"
    )
  }
  static func containerInitialises(_ name: String) -> Localized {
    Localized(
      "init container \(name) runs, and has to end well before the next one begins",
      "초기화 컨테이너 \(name.josa(.subject)) 실행 중이며, 성공으로 끝나야 다음 컨테이너가 시작합니다"
    )
  }
  static func containerNotCreated(_ name: String) -> Localized {
    Localized("container \(name) is not created yet", "컨테이너 \(name.josa(.subject)) 아직 만들어지지 않았습니다")
  }
  static let itsTurn = Localized("its turn", "차례를")
  static func containerScripted(_ name: String) -> Localized {
    Localized(
      "annotation sim/ready has container \(name) not be ready",
      "애너테이션 sim/ready 때문에 컨테이너 \(name.josa(.subject)) 준비되지 않습니다"
    )
  }
  static let annotation = Localized("the annotation to change", "애너테이션이 바뀌기를")
  static func containerRefused(_ name: String, _ reason: String, _ message: String) -> Localized {
    Localized(
      "container \(name) cannot start: \(reason): \(message)",
      "컨테이너 \(name.josa(.object)) 시작할 수 없습니다: \(reason): \(message)"
    )
  }
  static func backOff(until time: Localized) -> Localized {
    Localized("its back-off to end at \(time.english)", "\(time.korean)에 백오프가 끝나기를")
  }
  static let nextTry = Localized("the next try", "다음 시도를")
  static func containerEndedForGood(_ name: String, _ code: Int) -> Localized {
    Localized(
      "container \(name) has ended with exit code \(code), and restartPolicy lets it stay so",
      "컨테이너 \(name.josa(.subject)) 종료 코드 \(String(code).josa(.direction)) 끝났고, restartPolicy에 따라 다시 시작하지 않습니다"
    )
  }
  static func containerEnded(_ name: String, _ code: Int) -> Localized {
    Localized(
      "container \(name) has ended with exit code \(code) and is to start again",
      "컨테이너 \(name.josa(.subject)) 종료 코드 \(String(code).josa(.direction)) 끝났고 다시 시작할 예정입니다"
    )
  }
  static func probeHasNotPassed(_ kind: ProbeKind, _ name: String, failures: Int, successes: Int) -> Localized {
    let begin = Localized(
      "the \(kind.rawValue) probe of container \(name) has not passed",
      "컨테이너 \(name)의 \(kind.rawValue) 프로브가 성공하지 않았습니다"
    )
    if failures > 0 {
      return begin + Localized(": \(counted(failures, "failure")) in a row", ": 연속 실패 \(failures)번")
    }
    return successes > 0 ? begin + Localized(" often enough: \(successes) in a row", ": 연속 성공 \(successes)번") : begin
  }
  static func probeToPass(_ kind: ProbeKind, _ count: Int) -> Localized {
    Localized(
      "the \(kind.rawValue) probe to pass \(count == 1 ? "once" : "\(count) times in a row")",
      "\(kind.rawValue) 프로브가 \(count == 1 ? "한 번" : "연속으로 \(count)번") 성공하기를"
    )
  }
  static let notAskedYet = Localized("it has not been asked yet", "아직 묻지 않았습니다")
  static func endsOnSilentNode(_ node: String) -> Localized {
    Localized(
      "it is being deleted, and the kubelet of \(node), which must stop it, is silent",
      "삭제되는 중이지만 이를 멈춰야 할 \(node)의 kubelet이 응답하지 않습니다"
    )
  }
  static let cleanUp = Localized("the rest of it to be cleaned up", "남은 것이 정리되기를")
  static func containersStillRun(_ names: [String], grace: Int) -> Localized {
    let list = names.joined(separator: ", ")
    return Localized(
      "it is being deleted, and \(list) still runs: it may take \(grace) s",
      "삭제되는 중이며 \(list.josa(.subject)) 아직 실행 중입니다: 최대 \(grace)초까지 걸립니다"
    )
  }
  static let processesToEnd = Localized("its processes to end", "프로세스가 끝나기를")
  static let nobodyDisrupts = Localized("nobody is about to disrupt it", "파드를 중단시킬 일이 없습니다")
  static let toleratedForATime = Localized(
    "it tolerates the taints of its node, for a time only",
    "노드의 테인트를 정해진 시간 동안만 톨러레이션합니다"
  )
  static let disruption = Localized(
    "an eviction, a NoExecute taint or the loss of its node",
    "축출, NoExecute 테인트, 노드 장애 가운데 하나를"
  )
  static let tolerationToEnd = Localized("its toleration to end", "톨러레이션 시간이 끝나기를")
}

/// Why a Pod has no node, or not that one.
extension Localized {
  static func schedulingGates(_ names: [String]) -> Localized {
    let list = names.joined(separator: ", ")
    return Localized("its schedulingGates hold it back: \(list)", "schedulingGates가 붙잡고 있습니다: \(list)")
  }
  static let gatesToGo = Localized("somebody to remove the gates", "누군가 게이트를 지우기를")
  static func otherScheduler(_ name: String) -> Localized {
    Localized(
      "it asks for scheduler \(name), and there is none of that name",
      "스케줄러 \(name.josa(.object)) 원하지만 그런 스케줄러가 없습니다"
    )
  }
  static let bindingUnderWay = Localized("a node is chosen, and the binding is on its way", "노드를 골랐고 바인딩이 가는 중입니다")
  static func queuedForScheduling(before count: Int) -> Localized {
    Localized(
      "it waits in the scheduler's queue\(count == 0 ? "" : " behind \(counted(count, "Pod"))")",
      "스케줄러의 큐에서 기다립니다\(count == 0 ? "" : "(앞에 파드 \(count)개)")"
    )
  }
  static let schedulingCycle = Localized("its scheduling cycle", "스케줄링 차례를")
  static let schedulerHasNotHeard = Localized("the scheduler has not heard of it yet", "스케줄러가 아직 통지를 받지 못했습니다")
  static let noNodesAtAll = Localized("there are no nodes", "노드가 없습니다")
  static func noNodeFits(of count: Int) -> Localized {
    Localized("none of \(counted(count, "node")) can take it", "노드 \(count)개 중 받을 수 있는 것이 없습니다")
  }
  static func noSuchNode(_ node: String) -> Localized {
    Localized("there is no node \(node)", "노드 \(node.josa(.subject)) 없습니다")
  }
  static func nodeToJoin(_ node: String) -> Localized { Localized(same: "add node \(node)") }
  static func nodeRuledOut(_ node: String, _ rejection: SchedulingDecision.Rejection) -> Localized {
    let reasons = rejection.reasons.joined(separator: ", ")
    return Localized(
      "\(node) is ruled out by \(rejection.filter): \(reasons)",
      "\(node.josa(.topic)) 필터 \(rejection.filter)에서 제외됩니다: \(reasons)"
    )
  }
  static let drawn = Localized("the same score: the seed drew one of them", "점수가 같아 시드로 하나를 뽑았습니다")
  static let boundByOthers = Localized(
    "somebody else bound it: the scheduler did not choose",
    "스케줄러가 아닌 다른 누군가가 바인딩했습니다"
  )
  static func boundElsewhere(_ node: String) -> Localized { Localized("it is bound to \(node)", "\(node)에 바인딩되어 있습니다") }
  static let neverMoves = Localized(
    "nothing: a Pod never moves; only a new one is placed anew",
    "기다릴 것이 없습니다: 파드는 옮겨지지 않고 새 파드만 다시 배치됩니다"
  )

  /// What would change the verdict of these filters.
  static func changeThatHelps(_ filters: Set<String>) -> Localized {
    let parts = filters.sorted { $0.precedesByBytes($1) }.map { filter in
      switch filter {
      case "NodeResourcesFit": Localized("room on a node", "노드의 여유를")
      case "TaintToleration": Localized("a taint to go, or a toleration", "테인트가 없어지거나 톨러레이션이 생기기를")
      case "NodeAffinity": Localized("a node with fitting labels", "레이블이 맞는 노드를")
      case "NodeUnschedulable": Localized("a node to be uncordoned", "노드의 uncordon을")
      case "NodePorts": Localized("a host port to be free", "호스트 포트가 비기를")
      case "NodeName": Localized("the node that it names", "지정한 노드를")
      default: Localized("a change that lets \(filter) pass", "\(filter.josa(.subject)) 통과할 변화를")
      }
    }
    return parts.isEmpty ? Localized("a node to join", "노드가 추가되기를") : parts.joined(separator: "; ")
  }
}
