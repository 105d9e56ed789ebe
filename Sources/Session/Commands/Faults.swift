import Cluster
import Kubectl
import Kubelet
import Narration
import Objects

extension Session {
  /// Brings a fault about; where that makes no sense, says so, with nothing changed.
  mutating func bringAbout(_ fault: Fault, _ output: inout CommandOutput) {
    var trial = timeline.cluster
    do throws(FaultError) {
      try trial.bringAbout(fault)
    } catch {
      output.fail(text(error.message))
      return
    }
    let position = timeline.position
    for input in [Input.command(fault.words, by: author), .fault(fault)] { _ = try? timeline.perform(input) }
    if pace == .auto { settle(since: position, &output) }
  }
}

extension FaultError {
  /// What is wrong, for the person who asked.
  var message: Localized {
    switch self {
    case .noSuchNode(let name):
      Localized("error: there is no node \(name)", "error: 노드 \(name.josa(.subject)) 없습니다")
    case .nodeExists(let name):
      Localized("error: node \(name) exists already", "error: 노드 \(name.josa(.subject)) 이미 있습니다")
    case .alreadyFailed(let name):
      Localized("error: node \(name) has failed already", "error: 노드 \(name.josa(.topic)) 이미 멈춰 있습니다")
    case .notFailed(let name):
      Localized("error: node \(name) has not failed", "error: 노드 \(name.josa(.topic)) 멈춰 있지 않습니다")
    case .noSuchComponent(let component):
      Localized("error: there is no component \(component)", "error: 컴포넌트 \("\(component)".josa(.subject)) 없습니다")
    case .readsTheStore(let component):
      Localized(
        "error: not simulated: a fault of the watch of \(component)",
        "error: not simulated: \(component)의 감시 장애는 시뮬레이션하지 않습니다"
      )
    case .noSuchPod(let key):
      Localized("error: no kubelet runs pod/\(key.name)", "error: pod/\(key.name.josa(.object)) 실행하는 kubelet이 없습니다")
    case .container(let error): error.message
    case .watchLoses(let component):
      Localized(
        "error: the watch of \(component) loses its notifications; mend watch \(component) comes first",
        "error: \(component)의 감시는 통지를 잃고 있습니다. 먼저 mend watch \(component)를 입력합니다"
      )
    case .watchIsWhole(let component):
      Localized(
        "error: nothing is wrong with the watch of \(component)",
        "error: \(component)의 감시에는 이상이 없습니다"
      )
    }
  }
}

extension ContainerFaultError {
  /// What is wrong, for the person who asked.
  var message: Localized {
    switch self {
    case .noSuchContainer(let name):
      Localized("error: the Pod has no container \(name)", "error: 파드에 컨테이너 \(name.josa(.subject)) 없습니다")
    case .notRunning(let name):
      Localized("error: container \(name) does not run", "error: 컨테이너 \(name.josa(.subject)) 실행 중이 아닙니다")
    case .listensNowhere(let name):
      Localized(
        "error: container \(name) listens on no port: there is no answer to break",
        "error: 컨테이너 \(name.josa(.subject)) 여는 포트가 없어 망가뜨릴 응답이 없습니다"
      )
    case .notBroken(let name):
      Localized("error: container \(name) is not broken", "error: 컨테이너 \(name.josa(.subject)) 망가져 있지 않습니다")
    }
  }
}
