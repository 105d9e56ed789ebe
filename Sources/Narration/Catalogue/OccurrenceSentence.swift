import APIServer
import Basics
package import Cluster
import Controllers
import Kubelet
import Machinery
import Objects
import Scheduling

extension Upcoming {
  /// What will happen, as a sentence about who waits for it.
  package func sentence(in cluster: Cluster) -> Localized {
    switch occurrence {
    case .deliver(let change, _, _), .tell(let change, _): .willHear(change)
    case .list: Localized("lists anew what it watches", "감시하는 것의 목록을 다시 읽습니다")
    case .request(let request, _, _): .willReach(request)
    case .wakeController(let index, let wake): wake.sentence(of: cluster.controllers[index])
    case .wakeScheduler(let wake): wake.sentence(cluster.scheduler)
    case .wakeGarbageCollector(let wake): wake.sentence
    case .wakeNodeLifecycle(let wake): wake.sentence
    case .wakeTaintEviction(.evict(let key, _)):
      Localized(
        "evicts pod/\(key.name) unless the taint is gone by then",
        "그때까지 테인트가 없어지지 않으면 pod/\(key.name.josa(.object)) 내보냅니다"
      )
    case .wakeKubelet(let node, let wake): wake.sentence(cluster.kubelets[node]?.workers[wake.pod.uid]?.value)
    }
  }
}

extension Localized {
  fileprivate static func willHear(_ change: Change) -> Localized {
    let name = change.object.id.text
    let version = change.object.metadata.resourceVersion
    return switch change.kind {
    case .added:
      Localized(
        "hears that \(name) was created (resourceVersion \(version))",
        "\(name.josa(.subject)) 생성되었다는 통지를 받습니다(resourceVersion \(version))"
      )
    case .modified:
      Localized(
        "hears that \(name) was changed (resourceVersion \(version))",
        "\(name.josa(.subject)) 바뀌었다는 통지를 받습니다(resourceVersion \(version))"
      )
    case .deleted:
      Localized(
        "hears that \(name) was deleted (resourceVersion \(version))",
        "\(name.josa(.subject)) 삭제되었다는 통지를 받습니다(resourceVersion \(version))"
      )
    }
  }

  fileprivate static func willReach(_ request: APIRequest) -> Localized {
    let name = request.target.text
    return Localized(
      "asks the API server: \(request.verb.rawValue) \(name)",
      "API 서버에 요청합니다: \(name) \(request.verb.rawValue)"
    )
  }

  fileprivate static func takesUp(_ name: String) -> Localized {
    Localized("takes \(name) out of its work queue and reconciles it", "작업 큐에서 \(name.josa(.object)) 꺼내 조정합니다")
  }
}

extension ControllerRunner.Wake {
  fileprivate func sentence(of runner: ControllerRunner) -> Localized {
    let kind = runner.controller.watches.first ?? .pod
    func name(_ key: ObjectKey) -> String { ObjectID(kind, key).text }
    switch self {
    case .work:
      return runner.queue.waiting.first.map { .takesUp(name($0)) }
        ?? Localized("looks into its work queue", "작업 큐를 살핍니다")
    case .requeue(let key):
      return Localized(
        "has \(name(key)) come back into its work queue: a delay is over",
        "미뤄 둔 \(name(key).josa(.object)) 다시 작업 큐에 넣습니다"
      )
    case .expire(let key):
      return Localized(
        "stops waiting for news of what it did for \(name(key))",
        "\(name(key))에 한 일의 통지를 더는 기다리지 않습니다"
      )
    case .conclude:
      let current = runner.current?.reconciliation.key
      return current.map { key in
        Localized("ends its reconcile of \(name(key))", "\(name(key)) 조정을 마칩니다")
      } ?? Localized("ends its reconcile", "조정을 마칩니다")
    }
  }
}

extension Scheduler.Wake {
  fileprivate func sentence(_ scheduler: Scheduler) -> Localized {
    switch self {
    case .schedule:
      scheduler.waiting.first.map { key in
        Localized("looks for a node for pod/\(key.name)", "pod/\(key.name)의 노드를 찾습니다")
      } ?? Localized("looks into its queue", "큐를 살핍니다")
    case .retry(let key):
      Localized(
        "queues pod/\(key.name) again: its back-off is over",
        "백오프가 끝난 pod/\(key.name.josa(.object)) 다시 큐에 넣습니다"
      )
    }
  }
}

extension GarbageCollector.Wake {
  fileprivate var sentence: Localized {
    switch self {
    case .examine(let id, _):
      Localized("sees whether \(id.text) has an owner left", "\(id.text)의 소유자가 남아 있는지 봅니다")
    case .attend(let id, _):
      Localized("sees to the dependents of \(id.text)", "\(id.text)에 딸린 오브젝트를 처리합니다")
    case .letGo(let id, _):
      Localized(
        "lets \(id.text) go once its dependents live on without it",
        "딸린 오브젝트에서 소유자 참조가 빠지면 \(id.text.josa(.object)) 놓아줍니다"
      )
    }
  }
}

extension NodeLifecycle.Wake {
  fileprivate var sentence: Localized {
    switch self {
    case .register(let node): Localized("registers \(node)", "\(node.josa(.object)) 등록합니다")
    case .look(let node):
      Localized("looks whether \(node) still sends heartbeats", "\(node)의 하트비트가 오는지 봅니다")
    case .taint(let node):
      Localized("taints \(node) NoExecute if it is still silent", "\(node)의 소식이 계속 없으면 NoExecute 테인트를 답니다")
    case .collect(let node):
      Localized("removes the Pods of \(node) if it is gone", "\(node.josa(.subject)) 없으면 그 파드를 없앱니다")
    }
  }
}

extension Kubelet.Wake {
  fileprivate func sentence(_ worker: PodWorker?) -> Localized {
    let name = "pod/\(pod.key.name)"
    func container(_ index: Int) -> String {
      worker.flatMap { $0.containers.indices.contains(index) ? $0.containers[index].name : nil } ?? "?"
    }
    switch self {
    case .takeUp: return Localized("takes \(name) up", "\(name.josa(.object)) 맡습니다")
    case .sync, .due, .respecified, .resend:
      return Localized("synchronises \(name)", "\(name.josa(.object)) 동기화합니다")
    case .proceed: return Localized("goes on with \(name)", "\(name)의 작업을 계속합니다")
    case .sandbox: return Localized("has the sandbox of \(name) ready", "\(name)의 샌드박스를 준비합니다")
    case .pull(_, let index):
      return Localized(
        "sees to the image of \(container(index)) in \(name)",
        "\(name)의 컨테이너 \(container(index)) 이미지를 챙깁니다"
      )
    case .pulled(_, let index, _):
      return Localized(
        "has pulled the image of \(container(index)) in \(name)",
        "\(name)의 컨테이너 \(container(index)) 이미지를 다 받습니다"
      )
    case .create(_, let index):
      return Localized(
        "creates container \(container(index)) of \(name)",
        "\(name)의 컨테이너 \(container(index).josa(.object)) 만듭니다"
      )
    case .start(_, let life):
      let part = container(life.container)
      return Localized("starts container \(part) of \(name)", "\(name)의 컨테이너 \(part.josa(.object)) 시작합니다")
    case .hooked(_, let life, _):
      return Localized(
        "ends a lifecycle hook of \(container(life.container)) in \(name)",
        "\(name)의 컨테이너 \(container(life.container)) 라이프사이클 훅이 끝납니다"
      )
    case .run(_, let life):
      return Localized(
        "lets the processes of \(container(life.container)) in \(name) go on",
        "\(name)의 컨테이너 \(container(life.container)) 프로세스가 진행됩니다"
      )
    case .kill(_, let life):
      return Localized(
        "kills \(container(life.container)) of \(name) if it still runs: its grace period is over",
        "종료 유예 시간이 지난 \(name)의 컨테이너 \(container(life.container).josa(.subject)) 아직 실행 중이면 강제로 끝냅니다"
      )
    case .relist: return Localized("asks its runtime what runs of \(name)", "런타임에 \(name)의 상태를 묻습니다")
    case .probe(_, let index, let kind, _):
      return Localized(
        "puts the \(kind.rawValue) probe to \(container(index)) in \(name)",
        "\(name)의 컨테이너 \(container(index))에 \(kind.rawValue) 프로브를 보냅니다"
      )
    case .answered(_, let life, let kind, _):
      return Localized(
        "gets the answer to the \(kind.rawValue) probe of \(container(life.container)) in \(name)",
        "\(name)의 컨테이너 \(container(life.container)) \(kind.rawValue) 프로브의 답을 받습니다"
      )
    case .deadline:
      return Localized(
        "sees whether the activeDeadlineSeconds of \(name) are over",
        "\(name)의 activeDeadlineSeconds가 지났는지 봅니다"
      )
    case .end: return Localized("stops \(name)", "\(name.josa(.object)) 멈춥니다")
    case .stopped: return Localized("cleans up after \(name)", "\(name)의 뒷정리를 합니다")
    }
  }
}
