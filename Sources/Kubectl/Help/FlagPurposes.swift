import Narration

/// What each flag is for, in one line, as the pages of help tell it.
enum FlagPurposes {
  /// What the flag `name` is for in the command at `path`; nil for a flag that nobody has described.
  static func purpose(of name: String, in path: [String]) -> Localized? {
    own[path.joined(separator: " ")]?[name] ?? common[name]
  }

  /// All flags that are described, those of one command behind its name.
  static var names: Set<String> {
    Set(common.keys).union(own.flatMap { command, flags in flags.keys.map { "\(command) \($0)" } })
  }

  /// Of flags that are another thing in a command than elsewhere.
  static let own: [String: [String: Localized]] = [
    "create cronjob": [
      "restart": Localized("what becomes of a container that ends", "컨테이너가 끝나면 어떻게 할지")
    ],
    "create job": [
      "from": Localized("the CronJob to take the template of", "템플릿을 가져올 크론잡")
    ],
    "create secret generic": [
      "type": Localized("the type of the Secret", "시크릿의 종류")
    ],
    "delete": [
      "force": Localized(
        "with --grace-period=0: let go of it before its containers have ended",
        "--grace-period=0과 함께: 컨테이너가 끝나기 전에 놓아줍니다"
      )
    ],
    "drain": [
      "force": Localized("evict Pods of no controller, too", "컨트롤러가 없는 파드도 내보냅니다"),
      "selector": Localized("the nodes that these labels choose", "이 레이블로 고른 노드"),
    ],
    "explain": [
      "recursive": Localized("all fields below it, by name", "아래 필드 이름을 모두")
    ],
    "expose": [
      "type": Localized("the type of the Service", "서비스의 종류"),
      "name": Localized("what the Service is called", "서비스의 이름"),
      "selector": Localized("whose Pods the Service reaches", "서비스가 가리킬 파드의 레이블"),
      "port": Localized("the port of the Service", "서비스의 포트"),
    ],
    "label": [
      "list": Localized("show the labels", "레이블을 보여 줍니다")
    ],
    "patch": [
      "type": Localized("how the patch is meant", "패치의 종류")
    ],
    "run": [
      "force": Localized("with --rm: delete it without waiting", "--rm과 함께: 기다리지 않고 지웁니다"),
      "labels": Localized("the Pod's labels", "파드의 레이블"),
      "env": Localized("an environment variable", "환경 변수"),
      "quiet": Localized("say nothing of its own", "자기 말은 하지 않습니다"),
    ],
    "scale": [
      "replicas": Localized("how many Pods there are to be", "파드를 몇 개로 할지")
    ],
    "set env": [
      "from": Localized("a ConfigMap or Secret to take variables of", "변수를 가져올 컨피그맵이나 시크릿"),
      "list": Localized("show the variables", "변수를 보여 줍니다"),
      "prefix": Localized("what to put before their names", "변수 이름 앞에 붙일 말"),
    ],
    "top node": ["selector": Localized("the nodes that these labels choose", "이 레이블로 고른 노드")],
    "wait": [
      "for": Localized(
        "what to wait for: condition=NAME, delete, create or jsonpath={PATH}=VALUE",
        "무엇을 기다릴지: condition=이름, delete, create, jsonpath={경로}=값"
      )
    ],
  ]

  static let common: [String: Localized] = [
    "all": Localized("all objects of the type in the namespace", "네임스페이스에 있는 그 종류 모두"),
    "all-containers": Localized("all containers of the Pod", "파드의 모든 컨테이너"),
    "all-namespaces": Localized("in all namespaces", "모든 네임스페이스에서"),
    "all-pods": Localized("all Pods of the controller", "그 컨트롤러의 모든 파드"),
    "allow-missing-template-keys": Localized(
      "whether a field that is missing is no error of a template",
      "템플릿의 필드가 없어도 오류로 보지 않을지"
    ),
    "annotations": Localized("the Pod's annotations", "파드의 애너테이션"),
    "api-group": Localized("what belongs to this group", "이 그룹에 속한 것"),
    "api-version": Localized("of this version of the API", "API의 이 버전"),
    "attach": Localized("show what it writes until it ends", "끝날 때까지 출력을 보여 줍니다"),
    "cached": Localized("what is known already will do", "이미 알고 있는 것으로 답합니다"),
    "cascade": Localized("what becomes of the objects that it owns", "거느린 오브젝트를 어떻게 할지"),
    "categories": Localized("what belongs to this category", "이 범주에 속한 것"),
    "chunk-size": Localized("how many to ask the API server for at once", "API 서버에 한 번에 몇 개씩 물을지"),
    "client": Localized("kubectl's own only", "kubectl의 것만"),
    "cluster-ip": Localized("its address within the cluster, or None", "클러스터 안의 주소, 또는 None"),
    "clusterip": Localized("its address within the cluster, or None", "클러스터 안의 주소, 또는 None"),
    "command": Localized("what stands behind -- is the command, not its arguments", "-- 뒤의 말을 인자가 아니라 명령으로"),
    "concurrency": Localized("how many objects to look at at once", "한 번에 몇 개를 볼지"),
    "container": Localized("this container", "이 컨테이너"),
    "containers": Localized("in these containers; * in all", "이 컨테이너에서. *은 모두"),
    "context": Localized("the only cluster that there is", "하나뿐인 클러스터"),
    "create-annotation": Localized("put the annotation where there is none", "애너테이션이 없으면 만듭니다"),
    "current": Localized("change the context in use", "지금 쓰는 컨텍스트를 바꿉니다"),
    "current-replicas": Localized("only if there are so many asked for now", "지금 요청된 개수가 이만큼일 때만"),
    "delete-emptydir-data": Localized("evict Pods with emptyDir volumes, too", "emptyDir 볼륨이 있는 파드도 내보냅니다"),
    "description": Localized("when it should be used", "언제 쓰는 것인지"),
    "disable-eviction": Localized("delete the Pods, whatever budgets say", "예산과 상관없이 파드를 지웁니다"),
    "dry-run": Localized(
      "show what would be, and change nothing; server: after the API server's checks",
      "바꾸지 않고 결과만 보여 줍니다. server는 API 서버의 검사를 거칩니다"
    ),
    "env": Localized("the variables, as NAME=VALUE", "변수, 이름=값"),
    "expose": Localized("create a Service for it, too", "서비스도 함께 만듭니다"),
    "external-ip": Localized("a further address of the Service", "서비스의 다른 주소"),
    "external-name": Localized("the name that the Service stands for", "서비스가 가리키는 이름"),
    "field-manager": Localized("who is said to have set the fields", "필드를 쓴 사람의 이름"),
    "field-selector": Localized("objects with such fields: status.phase=Running", "이런 필드의 오브젝트: status.phase=Running"),
    "filename": Localized("a manifest, a folder of some, or - for what is typed", "매니페스트나 그 폴더. -는 입력하는 내용"),
    "follow": Localized("go on with what it writes from now on", "앞으로 쓰는 것도 이어서 보여 줍니다"),
    "for": Localized("of this object only", "이 오브젝트의 것만"),
    "force": Localized("delete and create what cannot be changed", "바꿀 수 없으면 지우고 다시 만듭니다"),
    "from-env-file": Localized("a file with lines KEY=VALUE", "키=값 줄로 된 파일"),
    "from-file": Localized("a file whose contents are a value: [KEY=]FILE", "내용이 값이 되는 파일: [키=]파일"),
    "from-literal": Localized("a key with its value", "키와 값"),
    "global-default": Localized("Pods that name none have this one", "이름을 대지 않은 파드가 갖는 우선순위"),
    "grace-period": Localized("seconds that containers have to end", "컨테이너가 끝낼 시간(초)"),
    "hard": Localized("the limits, as pods=5,requests.cpu=2", "한도, pods=5,requests.cpu=2처럼"),
    "ignore-daemonsets": Localized("leave the Pods of DaemonSets where they are", "데몬셋의 파드는 그대로 둡니다"),
    "ignore-errors": Localized("go on where one cannot be read", "읽을 수 없는 것이 있어도 계속합니다"),
    "ignore-not-found": Localized("what is not there is no error", "없어도 오류로 보지 않습니다"),
    "image": Localized("the image of the container", "컨테이너의 이미지"),
    "image-pull-policy": Localized("when the kubelet pulls the image", "kubelet이 언제 이미지를 내려받을지"),
    "insecure-skip-tls-verify-backend": Localized(
      "trust the kubelet unseen; here it is trusted anyway",
      "kubelet을 확인하지 않습니다. 여기서는 늘 믿습니다"
    ),
    "keys": Localized("only these of its keys", "이 키만"),
    "label-columns": Localized("a column for each of these labels", "이 레이블마다 열을 하나씩"),
    "labels": Localized("the labels of what is created", "만들 오브젝트의 레이블"),
    "limit-bytes": Localized("so many bytes at the most", "최대 바이트 수"),
    "limits": Localized("the limits, as cpu=200m,memory=512Mi", "제한, cpu=200m,memory=512Mi처럼"),
    "list": Localized("show what there is", "있는 것을 보여 줍니다"),
    "load-balancer-ip": Localized("the address a load balancer is to have", "로드 밸런서가 가질 주소"),
    "local": Localized("change the file's text, ask no cluster", "클러스터에 묻지 않고 파일의 내용만 바꿉니다"),
    "max-log-requests": Localized("how many logs to follow at once", "한 번에 따라갈 로그의 수"),
    "max-unavailable": Localized("how many Pods may be away, or a percentage", "없어도 되는 파드의 수나 비율"),
    "min-available": Localized("how many Pods must be there, or a percentage", "있어야 하는 파드의 수나 비율"),
    "minify": Localized("what the context in use needs", "지금 쓰는 컨텍스트에 필요한 것만"),
    "namespace": Localized("in this namespace", "이 네임스페이스에서"),
    "namespaced": Localized("what lives in a namespace, or false: what does not", "네임스페이스에 속하는 것. false면 속하지 않는 것"),
    "no-headers": Localized("without the head of the table", "표의 머리글 없이"),
    "node-port": Localized("the port on each node", "각 노드의 포트"),
    "now": Localized("with a second of grace", "1초만 기다리고 끝냅니다"),
    "openapi-patch": Localized("by the lists' keys of the API", "API가 정한 목록 키에 따라 합칩니다"),
    "output": Localized(
      "how it is shown: wide, yaml, json, name, jsonpath=…, custom-columns=…",
      "보여 주는 방식: wide, yaml, json, name, jsonpath=…, custom-columns=…"
    ),
    "output-patch": Localized("show the patch that was sent", "보낸 패치를 보여 줍니다"),
    "output-watch-events": Localized("say whether it was added, changed or deleted", "추가, 변경, 삭제를 함께 알립니다"),
    "override-type": Localized("how --overrides is meant", "--overrides의 패치 종류"),
    "overrides": Localized("JSON to lay over what is created", "만들 오브젝트 위에 덮을 JSON"),
    "overwrite": Localized("change what it has already", "이미 있는 값도 바꿉니다"),
    "patch": Localized("the patch, in JSON or YAML", "패치, JSON이나 YAML로"),
    "patch-file": Localized("the file with the patch", "패치가 든 파일"),
    "pod-running-timeout": Localized("how long to wait for a Pod that runs", "파드가 실행되기를 기다릴 시간"),
    "pod-selector": Localized("only Pods with such labels", "이런 레이블의 파드만"),
    "port": Localized("the port that the container listens on", "컨테이너가 듣는 포트"),
    "preemption-policy": Localized("whether its Pods may push out others", "다른 파드를 밀어낼 수 있는지"),
    "prefix": Localized("say before each line whose it is", "줄마다 누구의 것인지 앞에 적습니다"),
    "previous": Localized("of the container's run before this one", "그 컨테이너가 이전에 실행됐을 때의 것"),
    "privileged": Localized("the container may do all on its node", "컨테이너가 노드에서 무엇이든 할 수 있게 합니다"),
    "protocol": Localized("of the Service's port", "서비스 포트의 프로토콜"),
    "quiet": Localized("the exit code tells, no text", "글 없이 종료 코드로만 알립니다"),
    "raw": Localized("a path of the API, answered as it is", "API의 경로. 답을 그대로 보여 줍니다"),
    "recursive": Localized("with the folders below", "아래 폴더까지"),
    "replicas": Localized("how many Pods it keeps", "유지할 파드의 수"),
    "requests": Localized("the requests, as cpu=100m,memory=256Mi", "요청, cpu=100m,memory=256Mi처럼"),
    "resource-version": Localized("only if it is this version now", "지금 이 버전일 때만"),
    "restart": Localized("what becomes of a container that ends", "컨테이너가 끝나면 어떻게 할지"),
    "revision": Localized("of this revision", "이 리비전"),
    "rm": Localized("delete it when it has ended", "끝나면 지웁니다"),
    "save-config": Localized("keep the manifest in an annotation, for apply", "apply를 위해 매니페스트를 애너테이션에 남깁니다"),
    "schedule": Localized("when it starts: minute hour day month weekday", "시작할 때: 분 시 일 월 요일"),
    "scopes": Localized("the Pods that count", "세는 파드의 범위"),
    "selector": Localized("objects with such labels: app=web,tier!=db", "이런 레이블의 오브젝트: app=web,tier!=db"),
    "session-affinity": Localized("whether one client keeps one Pod", "같은 클라이언트를 같은 파드로 보낼지"),
    "show-capacity": Localized("of the capacity, not of what Pods may take", "할당 가능량이 아니라 용량에 대해"),
    "show-events": Localized("with the Events about it", "관련 이벤트와 함께"),
    "show-kind": Localized("names with their type", "이름 앞에 종류를 적습니다"),
    "show-labels": Localized("with a column of all labels", "모든 레이블을 열로 덧붙입니다"),
    "since": Localized("what is not older than this: 5m", "이보다 오래되지 않은 것: 5m"),
    "since-time": Localized("what was written from then on", "이때부터 쓴 것"),
    "skip-wait-for-delete-timeout": Localized(
      "do not wait for Pods being deleted for longer, in seconds",
      "이 시간(초) 넘게 삭제 중인 파드는 기다리지 않습니다"
    ),
    "sort-by": Localized("in the order of this field", "이 필드의 순서로"),
    "stdin": Localized("hand on what is typed", "입력을 넘깁니다"),
    "subresource": Localized("this part of the object", "오브젝트의 이 부분"),
    "sum": Localized("with a line of sums", "합계 줄과 함께"),
    "tail": Localized("so many of the last lines", "마지막 몇 줄만"),
    "target-port": Localized("the port of the Pods", "파드의 포트"),
    "tcp": Localized("a port, and that of the Pods: 80:8080", "포트와 파드의 포트: 80:8080"),
    "template": Localized("the template of -o jsonpath and its like", "-o jsonpath 등의 템플릿"),
    "timeout": Localized("how long to wait before giving up", "얼마나 기다리고 그만둘지"),
    "timestamps": Localized("with the time of each line", "줄마다 시각과 함께"),
    "to-revision": Localized("back to this revision", "이 리비전으로 되돌립니다"),
    "tty": Localized("as at a terminal", "터미널처럼"),
    "types": Localized("Events of these types", "이 종류의 이벤트"),
    "use-protocol-buffers": Localized("in the short form of the wire", "짧은 전송 형식으로"),
    "validate": Localized("what becomes of unknown fields", "모르는 필드를 어떻게 할지"),
    "value": Localized("the priority, a whole number", "우선순위, 정수"),
    "verbs": Localized("what can do these", "이 동작을 할 수 있는 것"),
    "wait": Localized("whether to wait until it is gone", "사라질 때까지 기다릴지"),
    "watch": Localized("go on with what changes", "바뀌는 것을 이어서 보여 줍니다"),
    "watch-only": Localized("what changes, without what is there", "지금 있는 것은 빼고 바뀌는 것만"),
  ]
}
