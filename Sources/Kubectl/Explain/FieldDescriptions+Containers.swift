import Narration

/// Containers: how they are run and asked.
extension FieldDescriptions {
  static let ofContainers: Table = [
    "Container": [
      "args": Localized("Arguments of the command.", "명령의 인자입니다."),
      "command": Localized("The program to run instead of the image's own.", "이미지의 프로그램 대신 실행할 명령입니다."),
      "env": Localized("Environment variables.", "환경 변수입니다."),
      "envFrom": Localized(
        "ConfigMaps and Secrets whose entries all become environment variables.",
        "모든 항목이 환경 변수가 되는 ConfigMap과 Secret입니다."
      ),
      "image": Localized("The image to run.", "실행할 이미지입니다."),
      "imagePullPolicy": Localized(
        "Whether to fetch the image each time: Always, IfNotPresent or Never.",
        "이미지를 매번 받을지 정합니다: Always, IfNotPresent, Never."
      ),
      "lifecycle": Localized("What is done after the start and before the stop.", "시작한 뒤와 멈추기 전에 할 일입니다."),
      "livenessProbe": Localized(
        "When this fails too often, the container is restarted.",
        "이 검사가 거듭 실패하면 컨테이너를 다시 시작합니다."
      ),
      "name": Localized("The name, unique in the Pod.", "이름입니다. 파드 안에서 하나뿐입니다."),
      "ports": Localized("Ports that the container listens on, for information.", "컨테이너가 듣는 포트입니다. 알려 주기 위한 것입니다."),
      "readinessProbe": Localized("While this fails, the container is not ready.", "이 검사가 실패하는 동안 컨테이너는 준비되지 않은 것입니다."),
      "resizePolicy": Localized(
        "Whether a change of its resources restarts it; nothing here acts on it.",
        "자원을 바꿀 때 다시 시작할지 정합니다. 여기서는 동작하지 않습니다."
      ),
      "resources": Localized(
        "How much CPU and memory it asks for, and how much it may use.",
        "요청하는 CPU와 메모리, 그리고 쓸 수 있는 한도입니다."
      ),
      "restartPolicy": Localized(
        "Always makes an init container a sidecar, which runs beside the others.",
        "초기화 컨테이너에 Always를 주면 다른 컨테이너와 함께 도는 사이드카가 됩니다."
      ),
      "restartPolicyRules": Localized(
        "Exceptions to restartPolicy by exit code; nothing here acts on them.",
        "종료 코드에 따른 restartPolicy의 예외입니다. 여기서는 동작하지 않습니다."
      ),
      "securityContext": Localized(
        "Its user, group and rights; nothing here acts on it.",
        "사용자, 그룹, 권한입니다. 여기서는 동작하지 않습니다."
      ),
      "startupProbe": Localized("Until this succeeds, the other probes wait.", "이 검사가 성공할 때까지 다른 검사는 기다립니다."),
      "stdin": Localized("Whether it keeps a standard input.", "표준 입력을 열어 둘지 정합니다."),
      "stdinOnce": Localized(
        "Whether standard input closes after the first that attaches has gone.",
        "처음 붙은 쪽이 떠나면 표준 입력을 닫을지 정합니다."
      ),
      "terminationMessagePath": Localized(
        "The file whose text becomes the message of its end.",
        "끝날 때의 message가 될 글이 담긴 파일입니다."
      ),
      "terminationMessagePolicy": Localized(
        "Where the message of its end comes from: File or FallbackToLogsOnError.",
        "끝날 때의 message를 어디서 얻는지 정합니다: File, FallbackToLogsOnError."
      ),
      "tty": Localized("Whether it gets a terminal.", "터미널을 줄지 정합니다."),
      "volumeDevices": Localized(
        "Block devices that it gets; nothing here acts on them.",
        "컨테이너에 줄 블록 장치입니다. 여기서는 동작하지 않습니다."
      ),
      "volumeMounts": Localized("Where volumes appear inside the container.", "볼륨이 컨테이너 안의 어디에 나타나는지 정합니다."),
      "workingDir": Localized("The folder in which the command runs.", "명령을 실행하는 폴더입니다."),
    ],
    "ContainerPort": [
      "containerPort": Localized("The port inside the container.", "컨테이너 안의 포트입니다."),
      "hostIP": Localized("The address of the node on which hostPort listens.", "hostPort가 듣는 노드의 주소입니다."),
      "hostPort": Localized(
        "A port of the node that leads here; one Pod a node can have it.",
        "여기로 이어지는 노드의 포트입니다. 노드마다 한 파드만 가질 수 있습니다."
      ),
      "name": Localized("A name by which probes and Services mean this port.", "프로브와 Service가 이 포트를 가리킬 때 쓰는 이름입니다."),
      "protocol": Localized("TCP, UDP or SCTP. TCP if not given.", "TCP, UDP, SCTP 중 하나입니다. 주지 않으면 TCP입니다."),
    ],
    "EnvVar": [
      "name": Localized("The name of the variable.", "변수의 이름입니다."),
      "value": Localized("The value; $(NAME) stands for an earlier variable.", "값입니다. $(NAME)은 앞선 변수를 뜻합니다."),
      "valueFrom": Localized("Where the value comes from, instead of value.", "value 대신 값을 가져올 곳입니다."),
    ],
    "EnvVarSource": [
      "configMapKeyRef": Localized("An entry of a ConfigMap.", "ConfigMap의 한 항목입니다."),
      "fieldRef": Localized("A field of the Pod, such as metadata.name.", "파드의 한 필드입니다. 예: metadata.name."),
      "fileKeyRef": Localized("A variable in a file of a volume.", "볼륨에 있는 파일 속의 변수입니다."),
      "resourceFieldRef": Localized("A request or limit of a container.", "컨테이너의 요청이나 한도입니다."),
      "secretKeyRef": Localized("An entry of a Secret.", "Secret의 한 항목입니다."),
    ],
    "EnvFromSource": [
      "configMapRef": Localized("The ConfigMap whose entries are taken.", "항목을 가져올 ConfigMap입니다."),
      "prefix": Localized("What is put before each name.", "이름마다 앞에 붙일 글입니다."),
      "secretRef": Localized("The Secret whose entries are taken.", "항목을 가져올 Secret입니다."),
    ],
    "ConfigMapKeySelector": [
      "key": Localized("The entry.", "항목의 키입니다."),
      "name": Localized("The ConfigMap.", "ConfigMap의 이름입니다."),
      "optional": Localized("Whether it may be missing.", "없어도 되는지 정합니다."),
    ],
    "SecretKeySelector": [
      "key": Localized("The entry.", "항목의 키입니다."),
      "name": Localized("The Secret.", "Secret의 이름입니다."),
      "optional": Localized("Whether it may be missing.", "없어도 되는지 정합니다."),
    ],
    "ConfigMapEnvSource": [
      "name": Localized("The ConfigMap.", "ConfigMap의 이름입니다."),
      "optional": Localized("Whether it may be missing.", "없어도 되는지 정합니다."),
    ],
    "SecretEnvSource": [
      "name": Localized("The Secret.", "Secret의 이름입니다."),
      "optional": Localized("Whether it may be missing.", "없어도 되는지 정합니다."),
    ],
    "ObjectFieldSelector": [
      "apiVersion": Localized("The API version of the path. v1 if not given.", "경로의 API 버전입니다. 주지 않으면 v1입니다."),
      "fieldPath": Localized(
        "The field, such as metadata.name or status.podIP.",
        "필드의 경로입니다. 예: metadata.name, status.podIP."
      ),
    ],
    "ResourceFieldSelector": [
      "containerName": Localized("The container.", "컨테이너의 이름입니다."),
      "divisor": Localized("The unit of the answer.", "값을 나타낼 단위입니다."),
      "resource": Localized(
        "What is asked for: requests.cpu, limits.memory …",
        "알고 싶은 자원입니다: requests.cpu, limits.memory …"
      ),
    ],
    "ResourceRequirements": [
      "claims": Localized(
        "Devices claimed for it; nothing here acts on them.",
        "이 컨테이너를 위해 요청한 장치입니다. 여기서는 동작하지 않습니다."
      ),
      "limits": Localized(
        "The most that it may use; beyond its memory it is killed.",
        "쓸 수 있는 최대량입니다. 메모리 한도를 넘으면 죽습니다."
      ),
      "requests": Localized(
        "What is set aside for it on the node; the scheduler goes by this.",
        "노드에 잡아 두는 양입니다. 스케줄러는 이것을 봅니다."
      ),
    ],
    "Lifecycle": [
      "postStart": Localized("Done right after the start, beside the command.", "시작한 바로 뒤에 명령과 나란히 할 일입니다."),
      "preStop": Localized(
        "Done before the container is told to stop; counts against the grace period.",
        "컨테이너에 멈추라고 하기 전에 할 일입니다. 유예 시간에 포함됩니다."
      ),
      "stopSignal": Localized(
        "The signal that stops it. SIGTERM if neither this nor the image says.",
        "멈출 때 보내는 신호입니다. 여기에도 이미지에도 없으면 SIGTERM입니다."
      ),
    ],
    "LifecycleHandler": [
      "exec": Localized("Runs a command in the container.", "컨테이너 안에서 명령을 실행합니다."),
      "httpGet": Localized("Sends an HTTP request.", "HTTP 요청을 보냅니다."),
      "sleep": Localized("Waits.", "기다립니다."),
      "tcpSocket": Localized("Has no effect; kept for compatibility.", "아무 일도 하지 않습니다. 호환성을 위해 남아 있습니다."),
    ],
    "SleepAction": [
      "seconds": Localized("How long to wait.", "기다릴 시간(초)입니다.")
    ],
    "ExecAction": [
      "command": Localized(
        "The program and its arguments; no shell, unless it is one.",
        "프로그램과 인자입니다. 셸을 직접 적지 않으면 셸을 거치지 않습니다."
      )
    ],
    "HTTPGetAction": [
      "host": Localized("The host to ask; the Pod's address if not given.", "요청을 보낼 호스트입니다. 주지 않으면 파드의 주소입니다."),
      "httpHeaders": Localized("Headers of the request.", "요청의 헤더입니다."),
      "path": Localized("The path of the request. / if not given.", "요청의 경로입니다. 주지 않으면 /입니다."),
      "port": Localized("The port, by number or by its name in the container.", "포트의 번호, 또는 컨테이너에 적은 포트의 이름입니다."),
      "scheme": Localized("HTTP or HTTPS. HTTP if not given.", "HTTP 또는 HTTPS입니다. 주지 않으면 HTTP입니다."),
    ],
    "HTTPHeader": [
      "name": Localized("The name of the header.", "헤더의 이름입니다."),
      "value": Localized("Its value.", "헤더의 값입니다."),
    ],
    "TCPSocketAction": [
      "host": Localized("The host to connect to; the Pod's address if not given.", "연결할 호스트입니다. 주지 않으면 파드의 주소입니다."),
      "port": Localized("The port, by number or by its name in the container.", "포트의 번호, 또는 컨테이너에 적은 포트의 이름입니다."),
    ],
    "GRPCAction": [
      "port": Localized("The port of the gRPC health service.", "gRPC 상태 서비스의 포트입니다."),
      "service": Localized("The service that is asked about.", "상태를 물을 서비스입니다."),
    ],
    "Probe": [
      "exec": Localized(
        "Runs a command in the container; exit code 0 is success.",
        "컨테이너 안에서 명령을 실행합니다. 종료 코드 0이 성공입니다."
      ),
      "failureThreshold": Localized(
        "So many failures in a row count. 3 if not given.",
        "연속으로 이만큼 실패해야 실패로 칩니다. 주지 않으면 3입니다."
      ),
      "grpc": Localized("Asks a gRPC health service.", "gRPC 상태 서비스에 묻습니다."),
      "httpGet": Localized("Asks an HTTP server; 200 to 399 is success.", "HTTP 서버에 묻습니다. 200부터 399까지가 성공입니다."),
      "initialDelaySeconds": Localized("How long to wait after the container's start.", "컨테이너가 시작한 뒤 기다릴 시간(초)입니다."),
      "periodSeconds": Localized("How often to ask. 10 if not given.", "몇 초마다 물을지 정합니다. 주지 않으면 10입니다."),
      "successThreshold": Localized(
        "So many successes in a row count. 1 if not given.",
        "연속으로 이만큼 성공해야 성공으로 칩니다. 주지 않으면 1입니다."
      ),
      "tcpSocket": Localized("Opens a TCP connection.", "TCP로 연결해 봅니다."),
      "terminationGracePeriodSeconds": Localized(
        "The grace period when this probe kills the container.",
        "이 프로브 때문에 컨테이너를 멈출 때의 유예 시간(초)입니다."
      ),
      "timeoutSeconds": Localized("How long to wait for an answer. 1 if not given.", "대답을 기다리는 시간(초)입니다. 주지 않으면 1입니다."),
    ],
    "VolumeMount": [
      "mountPath": Localized("Where in the container the volume appears.", "볼륨이 나타날 컨테이너 안의 경로입니다."),
      "mountPropagation": Localized("Whether later mounts are seen on the other side.", "나중에 더한 마운트가 반대편에도 보이는지 정합니다."),
      "name": Localized("The volume of the Pod.", "파드의 볼륨 이름입니다."),
      "readOnly": Localized("Whether it may only be read.", "읽기만 할 수 있는지 정합니다."),
      "recursiveReadOnly": Localized(
        "Whether mounts below it may only be read as well.",
        "그 아래의 마운트도 읽기만 할 수 있는지 정합니다."
      ),
      "subPath": Localized("A folder or file of the volume instead of all of it.", "볼륨 전체 대신 쓸 폴더나 파일입니다."),
      "subPathExpr": Localized(
        "The same, with $(NAME) for environment variables.",
        "subPath와 같고, $(NAME)으로 환경 변수를 씁니다."
      ),
    ],
  ]
}
