import Narration

extension HelpTopic {
  /// Startup, liveness and readiness probes.
  static let probes = HelpTopic(
    "probes",
    Localized("how kubelets ask containers whether they are well", "kubelet이 컨테이너의 상태를 묻는 방법"),
    Localized(
      """
      A probe is a question that a node's kubelet asks a container again and again.

        startupProbe     until it has passed once, the other two are not asked
        livenessProbe    when it fails, the kubelet kills the container, and
                         restartPolicy decides whether a new one starts
        readinessProbe   when it fails, the Pod's condition Ready becomes False and
                         Services leave the Pod out; nothing is restarted

      It asks by httpGet (200 to 399 is a pass), tcpSocket (a connection), or exec
      (exit code 0). grpc is not simulated.

        initialDelaySeconds  0    periodSeconds     10   timeoutSeconds  1
        failureThreshold     3    successThreshold  1

      failureThreshold failures in a row make it fail. Without a probe a container
      counts as well as long as it runs. A failing startupProbe kills like liveness.

      Try: explain pod/web probes · break pod/web http 500 · break on probe failed
           explain pods.spec.containers.livenessProbe
      """,
      """
      프로브는 노드의 kubelet이 컨테이너에게 되풀이해서 던지는 질문입니다.

        startupProbe     한 번 통과할 때까지 나머지 둘은 묻지 않습니다
        livenessProbe    실패하면 kubelet이 컨테이너를 죽이고, 다시 시작할지는
                         restartPolicy가 정합니다
        readinessProbe   실패하면 파드의 Ready 컨디션이 False가 되어 서비스에서
                         빠집니다. 재시작하지는 않습니다

      httpGet(200~399면 통과), tcpSocket(연결되면 통과), exec(종료 코드 0이면
      통과)으로 묻습니다. grpc는 시뮬레이션하지 않습니다.

        initialDelaySeconds  0    periodSeconds     10   timeoutSeconds  1
        failureThreshold     3    successThreshold  1

      failureThreshold번 잇따라 실패해야 실패입니다. 프로브가 없는 컨테이너는
      실행 중이면 정상으로 봅니다. startupProbe도 실패하면 컨테이너를 죽입니다.

      해 보기: explain pod/web probes · break pod/web http 500
               break on probe failed · explain pods.spec.containers.livenessProbe
      """
    )
  )
}
