import Narration

extension HelpTopic {
  /// Taints and tolerations.
  static let taints = HelpTopic(
    "taints",
    Localized("how nodes keep Pods off", "노드가 파드를 막는 방법"),
    Localized(
      """
      A taint keeps Pods off a node unless they tolerate it: KEY=VALUE:EFFECT.

        NoSchedule         no new ones
        PreferNoSchedule   no new ones if there is another place
        NoExecute          no new ones, and those that are there are evicted

      A toleration in a Pod names the key, the operator (Equal, the default, or
      Exists), the value and the effect; an empty key with Exists tolerates all.
      tolerationSeconds says how long a NoExecute taint is borne.

      Every Pod is given tolerations of node.kubernetes.io/not-ready and
      /unreachable for 300 s: so long after its node has failed a Pod is evicted.
      Pods of a DaemonSet bear these without an end, and cordon's taint as well.

      Try: taint nodes node-2 disk=slow:NoSchedule · taint nodes node-2 disk-
           fail node node-2 · why not pod/web on node-2
      """,
      """
      테인트는 톨러레이션이 없는 파드를 노드에서 막습니다: KEY=VALUE:EFFECT.

        NoSchedule         새 파드를 받지 않습니다
        PreferNoSchedule   다른 자리가 있으면 새 파드를 받지 않습니다
        NoExecute          새 파드를 받지 않고, 있던 파드도 내보냅니다

      파드의 톨러레이션은 key, operator(Equal이 기본, 또는 Exists), value,
      effect를 적습니다. key 없이 Exists만 있으면 모든 테인트를 참습니다.
      tolerationSeconds는 NoExecute를 얼마나 참을지 정합니다.

      모든 파드에는 node.kubernetes.io/not-ready와 /unreachable을 300초 참는
      톨러레이션이 붙습니다. 그래서 노드가 멈추고 그만큼 지나면 파드가
      내보내집니다. 데몬셋의 파드는 이것들과 cordon의 테인트를 끝없이 참습니다.

      해 보기: taint nodes node-2 disk=slow:NoSchedule · taint nodes node-2 disk-
               fail node node-2 · why not pod/web on node-2
      """
    )
  )
}
