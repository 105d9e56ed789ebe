import Narration

/// What every object has, how objects point to one another, and how they are selected.
extension FieldDescriptions {
  static let ofMetadata: Table = [
    "ObjectMeta": [
      "annotations": Localized(
        "Texts for tools and people; nothing is selected by them.",
        "도구와 사람을 위한 글입니다. 이것으로 객체를 고르지는 않습니다."
      ),
      "creationTimestamp": Localized("When the API server accepted the object.", "API 서버가 이 객체를 받아들인 시각입니다."),
      "deletionGracePeriodSeconds": Localized(
        "How long the object has for an orderly end, once it is being deleted.",
        "삭제가 시작된 뒤 스스로 끝낼 수 있는 시간(초)입니다."
      ),
      "deletionTimestamp": Localized(
        "When the object is to be gone; set by a deletion, never by you.",
        "객체가 사라질 시각입니다. 삭제할 때 서버가 정하며 직접 쓰지 않습니다."
      ),
      "finalizers": Localized("Names that must be removed before the object may go.", "객체가 사라지기 전에 모두 지워져야 하는 이름들입니다."),
      "generateName": Localized("The beginning of a name that the server completes.", "서버가 뒷부분을 붙여 완성할 이름의 앞부분입니다."),
      "generation": Localized("Counts the changes of the spec.", "spec이 몇 번 바뀌었는지 셉니다."),
      "labels": Localized("Names and values by which objects are selected.", "객체를 고를 때 쓰는 이름과 값입니다."),
      "managedFields": Localized("Who has set which field; not kept here.", "어느 필드를 누가 정했는지 적습니다. 이 시뮬레이터는 보관하지 않습니다."),
      "name": Localized(
        "The name, unique among the objects of its kind in a namespace.",
        "이름입니다. 한 네임스페이스의 같은 종류 안에서 하나뿐입니다."
      ),
      "namespace": Localized("The scope of the name.", "이름이 속한 네임스페이스입니다."),
      "ownerReferences": Localized(
        "The objects that this one belongs to; when all are gone, so is this one.",
        "이 객체의 소유자들입니다. 모두 사라지면 이 객체도 사라집니다."
      ),
      "resourceVersion": Localized("Changes with every write.", "쓸 때마다 바뀌는 버전입니다."),
      "selfLink": Localized("No longer filled in.", "더는 채우지 않는 필드입니다."),
      "uid": Localized("Unlike the name never used again for another object.", "이름과 달리 다른 객체에 다시 쓰이지 않는 고유한 값입니다."),
    ],
    "OwnerReference": [
      "apiVersion": Localized("The API version of the owner.", "소유자의 API 버전입니다."),
      "blockOwnerDeletion": Localized(
        "A foreground deletion of the owner waits until this object is gone.",
        "소유자를 foreground로 삭제하면 이 객체가 사라질 때까지 기다립니다."
      ),
      "controller": Localized(
        "Whether the owner is the one controller that manages this object.",
        "소유자가 이 객체를 관리하는 단 하나의 컨트롤러인지 나타냅니다."
      ),
      "kind": Localized("The kind of the owner.", "소유자의 종류입니다."),
      "name": Localized("The name of the owner.", "소유자의 이름입니다."),
      "uid": Localized(
        "The uid of the owner; another object of that name is not it.",
        "소유자의 uid입니다. 이름만 같은 다른 객체는 소유자가 아닙니다."
      ),
    ],
    "LabelSelector": [
      "matchExpressions": Localized("Conditions with operators.", "연산자를 쓰는 조건들입니다."),
      "matchLabels": Localized("Labels that must have exactly these values.", "정확히 이 값을 가져야 하는 레이블입니다."),
    ],
    "LabelSelectorRequirement": [
      "key": Localized("The label.", "레이블의 키입니다."),
      "operator": Localized("In, NotIn, Exists or DoesNotExist.", "In, NotIn, Exists, DoesNotExist 중 하나입니다."),
      "values": Localized(
        "The values for In and NotIn; empty for the other two.",
        "In과 NotIn에 쓰는 값들입니다. 나머지 둘에는 비워 둡니다."
      ),
    ],
    "ObjectReference": [
      "apiVersion": Localized("The API version of the object.", "가리키는 객체의 API 버전입니다."),
      "fieldPath": Localized(
        "The part of the object that is meant, such as one container.",
        "객체 가운데 가리키는 부분입니다. 예: 컨테이너 하나."
      ),
      "kind": Localized("The kind of the object.", "가리키는 객체의 종류입니다."),
      "name": Localized("The name of the object.", "가리키는 객체의 이름입니다."),
      "namespace": Localized("The namespace of the object.", "가리키는 객체의 네임스페이스입니다."),
      "resourceVersion": Localized("The version of the object that was meant.", "가리킬 당시의 객체 버전입니다."),
      "uid": Localized("The uid of the object.", "가리키는 객체의 uid입니다."),
    ],
    "LocalObjectReference": [
      "name": Localized("The name of an object in the same namespace.", "같은 네임스페이스에 있는 객체의 이름입니다.")
    ],
    "Condition": condition.merging([
      "observedGeneration": Localized("The generation of the object that was looked at.", "판단할 때 본 객체의 generation입니다.")
    ]) { $1 },
    "Event": [
      "action": Localized("What was done or failed.", "무엇을 했거나 실패했는지 나타냅니다."),
      "count": Localized("How often this has been seen.", "같은 일이 몇 번 있었는지 셉니다."),
      "eventTime": Localized("When it was first seen, in events of the newer form.", "새 형식의 이벤트에서 처음 본 시각입니다."),
      "firstTimestamp": Localized("When it was first seen.", "처음 본 시각입니다."),
      "involvedObject": Localized("The object that it happened to.", "일이 일어난 객체입니다."),
      "lastTimestamp": Localized("When it was last seen.", "마지막으로 본 시각입니다."),
      "message": Localized("What happened, in words.", "일어난 일을 풀어 쓴 글입니다."),
      "reason": Localized("What happened, in one word.", "일어난 일을 나타내는 한 단어입니다."),
      "related": Localized("Another object that has a part in it.", "함께 관련된 다른 객체입니다."),
      "reportingComponent": Localized(
        "The controller that reports it, in events of the newer form.",
        "새 형식의 이벤트에서 이 일을 알린 컨트롤러입니다."
      ),
      "reportingInstance": Localized("Which instance of that controller.", "그 컨트롤러의 어느 인스턴스인지 나타냅니다."),
      "series": Localized(
        "How often it has come again, in events of the newer form.",
        "새 형식의 이벤트에서 몇 번 되풀이되었는지 나타냅니다."
      ),
      "source": Localized("The component that reports it.", "이 일을 알린 구성 요소입니다."),
      "type": Localized("Normal or Warning.", "Normal 또는 Warning입니다."),
    ],
    "EventSource": [
      "component": Localized("The component, such as kubelet.", "구성 요소의 이름입니다. 예: kubelet."),
      "host": Localized("The node that it runs on.", "그 구성 요소가 도는 노드입니다."),
    ],
    "EventSeries": [
      "count": Localized("How often it has been seen.", "몇 번 있었는지 셉니다."),
      "lastObservedTime": Localized("When it was last seen.", "마지막으로 본 시각입니다."),
    ],
    "ControllerRevision": [
      "data": Localized("The template as it was in this revision.", "이 리비전의 템플릿입니다."),
      "revision": Localized(
        "The number of the revision; the highest is the present one.",
        "리비전 번호입니다. 가장 큰 것이 지금 것입니다."
      ),
    ],
  ]

  /// The fields that the conditions of all kinds have.
  static let condition: [String: Localized] = [
    "lastTransitionTime": Localized("When the status last changed.", "status가 마지막으로 바뀐 시각입니다."),
    "message": Localized("The reason in words.", "이유를 풀어 쓴 글입니다."),
    "reason": Localized("Why, in one word.", "이유를 나타내는 한 단어입니다."),
    "status": Localized("True, False or Unknown.", "True, False, Unknown 중 하나입니다."),
    "type": Localized("What the condition is about.", "무엇에 관한 상태인지 나타냅니다."),
  ]
}
