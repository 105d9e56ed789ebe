import Narration

/// Volumes.
extension FieldDescriptions {
  static let ofVolumes: Table = [
    "Volume": [
      "configMap": Localized("The entries of a ConfigMap as files.", "ConfigMap의 항목을 파일로 보여 줍니다."),
      "downwardAPI": Localized("Fields of the Pod as files.", "파드의 필드를 파일로 보여 줍니다."),
      "emptyDir": Localized("A folder that begins empty and goes with the Pod.", "빈 채로 시작해 파드와 함께 사라지는 폴더입니다."),
      "ephemeral": Localized("A volume that is claimed for this Pod alone.", "이 파드만을 위해 요청하는 볼륨입니다."),
      "hostPath": Localized("A folder or file of the node.", "노드의 폴더나 파일입니다."),
      "image": Localized("The files of an image.", "이미지의 파일들입니다."),
      "name": Localized("The name by which containers mount it.", "컨테이너가 마운트할 때 쓰는 이름입니다."),
      "nfs": Localized("A folder of an NFS server.", "NFS 서버의 폴더입니다."),
      "persistentVolumeClaim": Localized("Storage that outlives the Pod.", "파드보다 오래 남는 저장 공간입니다."),
      "projected": Localized("Several sources in one folder.", "여러 출처를 한 폴더에 모읍니다."),
      "secret": Localized("The entries of a Secret as files.", "Secret의 항목을 파일로 보여 줍니다."),
    ],
    "EmptyDirVolumeSource": [
      "medium": Localized("Memory keeps it in the node's memory.", "Memory이면 노드의 메모리에 둡니다."),
      "sizeLimit": Localized("How large it may become.", "얼마나 커져도 되는지 정합니다."),
    ],
    "HostPathVolumeSource": [
      "path": Localized("The path on the node.", "노드의 경로입니다."),
      "type": Localized(
        "What must be there, or is made: Directory, FileOrCreate …",
        "무엇이 있어야 하는지, 또는 만들지 정합니다: Directory, FileOrCreate …"
      ),
    ],
    "ConfigMapVolumeSource": [
      "defaultMode": Localized("The mode of the files. 0644 if not given.", "파일의 권한입니다. 주지 않으면 0644입니다."),
      "items": Localized(
        "Which entries, and under which paths; all if not given.",
        "어느 항목을 어느 경로에 둘지 정합니다. 주지 않으면 모두입니다."
      ),
      "name": Localized("The ConfigMap.", "ConfigMap의 이름입니다."),
      "optional": Localized("Whether it may be missing.", "없어도 되는지 정합니다."),
    ],
    "SecretVolumeSource": [
      "defaultMode": Localized("The mode of the files. 0644 if not given.", "파일의 권한입니다. 주지 않으면 0644입니다."),
      "items": Localized(
        "Which entries, and under which paths; all if not given.",
        "어느 항목을 어느 경로에 둘지 정합니다. 주지 않으면 모두입니다."
      ),
      "optional": Localized("Whether it may be missing.", "없어도 되는지 정합니다."),
      "secretName": Localized("The Secret.", "Secret의 이름입니다."),
    ],
    "KeyToPath": [
      "key": Localized("The entry.", "항목의 키입니다."),
      "mode": Localized("The mode of its file.", "그 파일의 권한입니다."),
      "path": Localized("The path of its file below the mount.", "마운트 아래 그 파일의 경로입니다."),
    ],
    "PersistentVolumeClaimVolumeSource": [
      "claimName": Localized("The PersistentVolumeClaim.", "PersistentVolumeClaim의 이름입니다."),
      "readOnly": Localized("Whether it may only be read.", "읽기만 할 수 있는지 정합니다."),
    ],
    "ProjectedVolumeSource": [
      "defaultMode": Localized("The mode of the files. 0644 if not given.", "파일의 권한입니다. 주지 않으면 0644입니다."),
      "sources": Localized("What is put into the folder.", "폴더에 모을 출처들입니다."),
    ],
    "VolumeProjection": [
      "clusterTrustBundle": Localized("Certificates of the cluster.", "클러스터의 인증서들입니다."),
      "configMap": Localized("Entries of a ConfigMap.", "ConfigMap의 항목들입니다."),
      "downwardAPI": Localized("Fields of the Pod.", "파드의 필드들입니다."),
      "podCertificate": Localized("A certificate made for the Pod.", "파드를 위해 만든 인증서입니다."),
      "secret": Localized("Entries of a Secret.", "Secret의 항목들입니다."),
      "serviceAccountToken": Localized("A token of the Pod's service account.", "파드의 서비스 어카운트 토큰입니다."),
    ],
    "ServiceAccountTokenProjection": [
      "audience": Localized("Whom the token is for.", "토큰을 받아들일 대상입니다."),
      "expirationSeconds": Localized(
        "How long it is good for; it is renewed before.",
        "토큰의 유효 시간(초)입니다. 그 전에 새로 바뀝니다."
      ),
      "path": Localized("The path of its file below the mount.", "마운트 아래 그 파일의 경로입니다."),
    ],
  ]
}
