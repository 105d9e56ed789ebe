import Basics
package import Machinery

extension PodStep {
  /// What the kubelet does or sees, said of the Pod named `pod`.
  package func sentence(pod: String) -> Localized {
    switch self {
    case .admitted: Localized("takes up \(pod)", "\(pod.josa(.object)) 맡습니다")
    case .rejected(let reason, let message):
      Localized(
        "turns \(pod) away, which fails (\(reason)): \(message)",
        "\(pod.josa(.object)) 받아들이지 않아 파드가 실패합니다(\(reason)): \(message)"
      )
    case .mountFailed(let volume, let message):
      Localized(
        "cannot set up volume \(volume) of \(pod), so nothing of it starts: \(message)",
        "\(pod)의 볼륨 \(volume.josa(.object)) 준비하지 못해 아무 컨테이너도 시작하지 않습니다: \(message)"
      )
    case .sandboxReady(let ip):
      Localized("has the sandbox of \(pod) ready: IP \(ip)", "\(pod)의 샌드박스 준비를 마칩니다: IP \(ip)")
    case .pulling(let name, let image):
      Localized(
        "pulls image \(image) for container \(name) of \(pod)",
        "\(pod)의 컨테이너 \(name)에 쓸 이미지 \(image.josa(.object)) 내려받습니다"
      )
    case .pulled(let name, let image, let took):
      Localized(
        "has pulled image \(image) for container \(name) of \(pod) in \(took.spoken.english)",
        "\(pod)의 컨테이너 \(name)에 쓸 이미지 \(image) 내려받기를 마칩니다(\(took.spoken.korean))"
      )
    case .imagePresent(let name, let image):
      Localized(
        "finds image \(image) for container \(name) of \(pod) on the node already",
        "\(pod)의 컨테이너 \(name)에 쓸 이미지 \(image.josa(.subject)) 이미 노드에 있음을 확인합니다"
      )
    case .imageFailed(let name, let image, let reason, let message):
      Localized(
        "cannot have image \(image) for container \(name) of \(pod) (\(reason)): \(message)",
        "\(pod)의 컨테이너 \(name)에 쓸 이미지 \(image.josa(.object)) 얻지 못합니다(\(reason)): \(message)"
      )
    case .imageBackOff(let name, let image, let seconds):
      Localized(
        "does not pull image \(image) for container \(name) of \(pod) again yet: the back-off is \(seconds) s",
        "\(pod)의 컨테이너 \(name)에 쓸 이미지 \(image.josa(.object)) 아직 다시 내려받지 않습니다: 백오프 \(seconds)초"
      )
    case .created(let name):
      Localized("creates container \(name) of \(pod)", "\(pod)의 컨테이너 \(name.josa(.object)) 생성합니다")
    case .started(let name):
      Localized("starts container \(name) of \(pod)", "\(pod)의 컨테이너 \(name.josa(.object)) 시작합니다")
    case .startFailed(let name, let reason, let message):
      Localized(
        "cannot start container \(name) of \(pod) (\(reason)): \(message)",
        "\(pod)의 컨테이너 \(name.josa(.object)) 시작하지 못합니다(\(reason)): \(message)"
      )
    case .hooked(let hook): hook.sentence(pod: pod)
    case .executed(let exec): exec.sentence(pod: pod)
    case .exited(let name, let code):
      Localized(
        "sees container \(name) of \(pod) end by itself with exit code \(code)",
        "\(pod)의 컨테이너 \(name.josa(.subject)) 종료 코드 \(String(code).josa(.direction)) 스스로 끝난 것을 확인합니다"
      )
    case .outOfMemory(let name):
      Localized(
        "sees container \(name) of \(pod) killed by the kernel: it took more memory than its limit (OOMKilled, 137)",
        "\(pod)의 컨테이너 \(name.josa(.subject)) 메모리 한도를 넘어 커널이 끝낸 것을 확인합니다(OOMKilled, 137)"
      )
    case .stopping(let name, let grace):
      Localized(
        "stops container \(name) of \(pod): SIGTERM, and \(grace) s to end",
        "\(pod)의 컨테이너 \(name.josa(.object)) 멈춥니다: SIGTERM을 보내고 최대 \(grace)초를 기다립니다"
      )
    case .terminating(let grace):
      Localized(
        "stops \(pod): SIGTERM, and \(grace) s to end",
        "\(pod.josa(.object)) 멈춥니다: SIGTERM을 보내고 최대 \(grace)초를 기다립니다"
      )
    case .stopped(let name, let code):
      Localized(
        "sees container \(name) of \(pod) end as it was told, with exit code \(code)",
        "\(pod)의 컨테이너 \(name.josa(.subject)) 지시대로 종료 코드 \(String(code).josa(.direction)) 끝난 것을 확인합니다"
      )
    case .probed(let probe): probe.sentence(pod: pod)
    case .backingOff(let name, let seconds):
      Localized(
        "does not start container \(name) of \(pod) yet: its back-off is \(seconds) s",
        "\(pod)의 컨테이너 \(name.josa(.object)) 아직 다시 시작하지 않습니다: 백오프 \(seconds)초"
      )
    case .restarting(let name, let restart):
      Localized(
        "restarts container \(name) of \(pod) (restart \(restart))",
        "\(pod)의 컨테이너 \(name.josa(.object)) 재시작합니다(\(restart)번째)"
      )
    case .killed(let names):
      Localized(
        "kills \(names.joined(separator: ", ")) of \(pod): the grace period is over (SIGKILL)",
        "\(pod)의 컨테이너 \(names.joined(separator: ", ").josa(.object)) 강제로 끝냅니다: 종료 유예 시간이 지났습니다(SIGKILL)"
      )
    case .deadlineExceeded(let seconds):
      Localized(
        "finds that \(pod) has run for longer than its activeDeadlineSeconds of \(seconds) s",
        "\(pod.josa(.subject)) activeDeadlineSeconds \(seconds)초보다 오래 실행된 것을 확인합니다"
      )
    case .ended:
      Localized(
        "sees that all containers of \(pod) have ended and none will start again",
        "\(pod)의 컨테이너가 모두 끝났고 다시 시작할 것이 없음을 확인합니다"
      )
    case .cleanedUp: Localized("has cleaned up all of \(pod)", "\(pod)의 뒷정리를 마칩니다")
    }
  }
}

extension ExecRecord {
  func sentence(pod: String) -> Localized {
    let asked = Localized(
      "runs \(command) in container \(container) of \(pod)",
      "\(pod)의 컨테이너 \(container)에서 \(command.josa(.object)) 실행합니다"
    )
    if let exitCode {
      return asked
        + Localized(
          " → exit code \(exitCode) after \(took.spoken.english)",
          " → \(took.spoken.korean) 뒤 종료 코드 \(exitCode)"
        )
    }
    return asked + Localized(" → \(message)", " → \(message)")
  }
}

extension HookRecord {
  func sentence(pod: String) -> Localized {
    let asked = Localized(
      "\(hook) hook of container \(container) in \(pod): \(action)",
      "\(pod)의 컨테이너 \(container) \(hook) 훅: \(action)"
    )
    return asked
      + (isSuccess
        ? Localized(" → done", " → 마쳤습니다") : Localized(" → failed: \(message)", " → 실패했습니다: \(message)"))
  }
}
