import APIServer
package import Basics
package import Machinery
package import Objects

/// Records as JSON, for `trace --output json`: all their data, in words of the API where it has them.
package enum RecordJSON {
  /// `start` is when the run began; `time` is in seconds since then.
  package static func value(_ record: Record, start: Instant) -> Value {
    var out: Fields = [
      "id": .int(Int64(record.id.number)),
      "time": RecordJSON.seconds(record.time - start),
      "timestamp": .string(record.time.rfc3339Micro),
      "component": .string(record.component.description),
      "kind": .string(record.kind.rawValue),
      "payload": .object(payload(record.happening)),
    ]
    out["object"] = record.object.map(reference)
    out["cause"] = record.cause.map { .int(Int64($0.number)) } ?? .null
    return .object(out)
  }

  private static func payload(_ happening: Happening) -> Fields {
    switch happening {
    case .began(let nodes): ["nodes": .int(Int64(nodes))]
    case .command(let text): ["command": .string(text)]
    case .wrote(let verb, _, let change): write(verb, change)
    case .refused(let verb, _, let error):
      ["verb": .string(verb.rawValue), "reason": .string(error.reason), "message": .string(error.message)]
    case .notified(let kind, let version, let queued):
      [
        "type": .string(kind.rawValue), "resourceVersion": .string(String(version.resourceVersion)),
        "queued": .array(queued.map { .string($0.description) }),
      ]
    case .notTold(let kind, let version):
      ["type": .string(kind.rawValue), "resourceVersion": .string(String(version.resourceVersion))]
    case .listed(let differences): ["differences": .int(Int64(differences))]
    case .requeued(let key): ["key": .string(key.description)]
    case .reconciled(let reconciliation): reconciliation.json
    case .concluded(_, let conclusion): conclusion.json
    case .scheduled(let decision): decision.json
    case .collected(let decision): decision.json
    case .node(let name, let step): ["node": .string(name), "step": .string("\(step)")]
    case .pod(_, let step): step.json
    case .eventDropped(let note):
      ["type": .string(note.type), "reason": .string(note.reason), "message": .string(note.message)]
    case .configured(let gates): ["featureGates": .string(gates.text)]
    case .fault(let text): ["fault": .string(text)]
    }
  }

  private static func write(_ verb: WriteVerb, _ change: Change?) -> Fields {
    var out: Fields = ["verb": .string(verb.rawValue), "changed": .bool(change != nil)]
    guard let change else { return out }
    out["type"] = .string(change.kind.rawValue)
    out["resourceVersion"] = .string(String(change.object.metadata.resourceVersion))
    out["after"] = change.object.value
    if change.old != nil {
      out["fields"] = .array(
        FieldDiff(change).entries.map { entry in
          ["path": .string(entry.path), "old": entry.old ?? .null, "new": entry.new ?? .null]
        }
      )
    }
    return out
  }

  /// Whole seconds are whole numbers, as JSON writes them.
  static func seconds(_ interval: Interval) -> Value {
    interval.microseconds % 1_000_000 == 0 ? .int(interval.wholeSeconds) : .double(interval.fractionalSeconds)
  }

  static func reference(_ id: ObjectID) -> Value {
    var out: Fields = ["kind": .string(id.kind.name), "name": .string(id.key.name)]
    out.setNonEmpty("namespace", id.key.namespace)
    return .object(out)
  }

  static func reference(_ version: ObjectVersion) -> Value {
    var out = reference(version.id)
    out["resourceVersion"] = .string(String(version.resourceVersion))
    return out
  }
}

extension Reconciliation {
  fileprivate var json: Fields {
    var out: Fields = [
      "key": .string(key.description),
      "observed": .object(observed.json),
      "comparisons": .array(
        comparisons.map {
          [
            "quantity": .string($0.quantity.rawValue), "wanted": .int(Int64($0.wanted)), "found": .int(Int64($0.found)),
          ]
        }
      ),
      "actions": .array(actions.map { .object($0.json) }),
      "passedOver": .array(passedOver.map { .object($0.json) }),
    ]
    if let dueStarts { out["dueStarts"] = .object(dueStarts.json) }
    return out
  }
}

extension DueStarts {
  fileprivate var json: Fields {
    [
      "since": .string(since.rfc3339Micro),
      "latest": latest.map { .string($0.rfc3339Micro) } ?? .null,
      "count": .int(count),
    ]
  }
}

extension Observed {
  fileprivate var json: Fields {
    [
      "cacheVersion": .string(String(cacheVersion)),
      "primary": primary.map { RecordJSON.reference($0.version) } ?? .null,
      "owned": .array(owned.objects.sortedValues.map { RecordJSON.reference($0.version) }),
      "counted": .int(Int64(counted)),
      "orphans": .array(orphans.sortedValues.map { RecordJSON.reference($0.version) }),
      "dependents": .array(dependents.map { RecordJSON.reference($0.version) }),
      "nodes": .array(nodes.sortedValues.map { RecordJSON.reference($0.version) }),
      "outstanding": outstanding.map { outstanding in
        [
          "creations": .int(Int64(outstanding.creations)),
          "deletions": .array(outstanding.deletions.map { .string($0.description) }),
          "since": .string(outstanding.since.rfc3339Micro),
        ]
      } ?? .null,
    ]
  }
}

extension Action {
  fileprivate var json: Fields {
    var out: Fields = ["batch": .int(Int64(batch))]
    switch effect {
    case .create(let object):
      out["effect"] = "create"
      out["object"] = object.value
    case .delete(let version, _, let reason):
      out["effect"] = "delete"
      out["object"] = RecordJSON.reference(version)
      out["why"] = .object(reason.json)
    case .update(let object, let reason):
      out["effect"] = "update"
      out["object"] = object.value
      out["why"] = .object(reason.json)
    case .adopt(let version, _, let owner):
      out["effect"] = "adopt"
      out["object"] = RecordJSON.reference(version)
      out["owner"] = .object(owner.fields)
    case .release(let version, _, let owner):
      out["effect"] = "release"
      out["object"] = RecordJSON.reference(version)
      out["owner"] = .string(owner.text)
    case .recordStatus(let object):
      out["effect"] = "recordStatus"
      out["object"] = RecordJSON.reference(object.version)
      out["status"] = object.body["status"]
    case .addFinalizer(let version, _, let name):
      out["effect"] = "addFinalizer"
      out["object"] = RecordJSON.reference(version)
      out["finalizer"] = .string(name)
    case .removeFinalizer(let version, _, let name):
      out["effect"] = "removeFinalizer"
      out["object"] = RecordJSON.reference(version)
      out["finalizer"] = .string(name)
    }
    return out
  }
}

extension PassedOver {
  fileprivate var json: Fields {
    var out: Fields = [:]
    out["object"] = subject.map { RecordJSON.reference($0) }
    switch reason {
    case .terminating: out["reason"] = "terminating"
    case .finished(let phase):
      out["reason"] = "finished"
      out["phase"] = .string(phase.rawValue)
    case .labelsDoNotMatch: out["reason"] = "labelsDoNotMatch"
    case .keptByRank(let rank, let criterion):
      out["reason"] = "keptByRank"
      out["rank"] = .int(Int64(rank))
      out.set("criterion", criterion?.rawValue)
    case .expectationsPending(let creations, let deletions):
      out["reason"] = "expectationsPending"
      out["creations"] = .int(Int64(creations))
      out["deletions"] = .int(Int64(deletions))
    case .beyondBurst(let count):
      out["reason"] = "beyondBurst"
      out["count"] = .int(Int64(count))
    case .ownerIsBeingDeleted: out["reason"] = "ownerIsBeingDeleted"
    case .jobFinished: out["reason"] = "jobFinished"
    case .suspended: out["reason"] = "suspended"
    case .counted(let count):
      out["reason"] = "counted"
      out["count"] = .int(Int64(count))
    case .backingOff(let failures, let until):
      out["reason"] = "backingOff"
      out["failures"] = .int(Int64(failures))
      out["until"] = .string(until.rfc3339Micro)
    case .indexBackingOff(let index, let failures, let until):
      out["reason"] = "indexBackingOff"
      out["index"] = .int(Int64(index))
      out["failures"] = .int(Int64(failures))
      out["until"] = .string(until.rfc3339Micro)
    case .indexesFailed(let indexes):
      out["reason"] = "indexesFailed"
      out["indexes"] = .string(indexes)
    case .failureIgnored(let rule):
      out["reason"] = "failureIgnored"
      out["rule"] = .int(Int64(rule))
    case .awaitsReplacement(let index):
      out["reason"] = "awaitsReplacement"
      out["index"] = .int(Int64(index))
    case .awaitingTermination(let count):
      out["reason"] = "awaitingTermination"
      out["count"] = .int(Int64(count))
    case .keptFor(let delay):
      out["reason"] = "keptFor"
      out["seconds"] = RecordJSON.seconds(delay)
    case .keptInHistory(let limit):
      out["reason"] = "keptInHistory"
      out["limit"] = .int(Int64(limit))
    case .notDue(let next):
      out["reason"] = "notDue"
      out["next"] = next.map { .string($0.rfc3339) } ?? .null
    case .startedBefore(let due):
      out["reason"] = "startedBefore"
      out["due"] = .string(due.rfc3339)
    case .tooLate(let due):
      out["reason"] = "tooLate"
      out["due"] = .string(due.rfc3339)
    case .previousRuns: out["reason"] = "previousRuns"
    case .nodeRejects(let rejection):
      out["reason"] = "nodeRejects"
      out["rejection"] = .object(rejection.json)
    case .nodeKeeps(let taint):
      out["reason"] = "nodeKeeps"
      out["taint"] = .object(taint.fields)
    case .nodeLacks(let shortage):
      out["reason"] = "nodeLacks"
      out["resource"] = .string(shortage.resource)
      out["requested"] = .int(shortage.requested)
      out["used"] = .int(shortage.used)
      out["capacity"] = .int(shortage.capacity)
    case .nodeHas(let pod):
      out["reason"] = "nodeHas"
      out["pod"] = RecordJSON.reference(pod)
    case .awaitsEnd(let pod):
      out["reason"] = "awaitsEnd"
      out["pod"] = RecordJSON.reference(pod)
    case .backsOff(let delay):
      out["reason"] = "backsOff"
      out["seconds"] = RecordJSON.seconds(delay)
    case .unavailableLimit(let limit):
      out["reason"] = "unavailableLimit"
      out["limit"] = .int(Int64(limit))
    case .surgeLimit(let limit):
      out["reason"] = "surgeLimit"
      out["limit"] = .int(Int64(limit))
    case .updatesOnDelete: out["reason"] = "updatesOnDelete"
    case .atSurgeLimit(let total, let limit):
      out["reason"] = "atSurgeLimit"
      out["total"] = .int(Int64(total))
      out["limit"] = .int(Int64(limit))
    case .statusIsBehind(let asked, let available):
      out["reason"] = "statusIsBehind"
      out["asked"] = .int(Int64(asked))
      out["available"] = .int(Int64(available))
    case .atAvailabilityLimit(let available, let minimum):
      out["reason"] = "atAvailabilityLimit"
      out["available"] = .int(Int64(available))
      out["minimum"] = .int(Int64(minimum))
    case .oldPodsRemain(let count):
      out["reason"] = "oldPodsRemain"
      out["count"] = .int(Int64(count))
    case .paused: out["reason"] = "paused"
    case .awaitsOwnWrite: out["reason"] = "awaitsOwnWrite"
    }
    return out
  }
}

extension Conclusion {
  fileprivate var json: Fields {
    var out: Fields = ["status": status?.body["status"] ?? .null]
    out["observedAgain"] = observed.map { .object($0.json) }
    switch retry {
    case .none: out["retry"] = "none"
    case .backOff: out["retry"] = "backOff"
    case .after(let delay):
      out["retry"] = "after"
      out["seconds"] = RecordJSON.seconds(delay)
    }
    return out
  }
}

extension PodStep {
  fileprivate var json: Fields {
    switch self {
    case .admitted: ["step": "admitted"]
    case .sandboxReady(let ip): ["step": "sandboxReady", "ip": .string(ip)]
    case .pulling(let name, let image): ["step": "pulling", "container": .string(name), "image": .string(image)]
    case .pulled(let name, let image, let took):
      [
        "step": "pulled", "container": .string(name), "image": .string(image),
        "seconds": RecordJSON.seconds(took),
      ]
    case .imagePresent(let name, let image):
      ["step": "imagePresent", "container": .string(name), "image": .string(image)]
    case .imageFailed(let name, let image, let reason, let message):
      [
        "step": "imageFailed", "container": .string(name), "image": .string(image), "reason": .string(reason),
        "message": .string(message),
      ]
    case .imageBackOff(let name, let image, let seconds):
      [
        "step": "imageBackOff", "container": .string(name), "image": .string(image), "seconds": .int(Int64(seconds)),
      ]
    case .created(let name): ["step": "created", "container": .string(name)]
    case .started(let name): ["step": "started", "container": .string(name)]
    case .rejected(let reason, let message):
      ["step": "rejected", "reason": .string(reason), "message": .string(message)]
    case .mountFailed(let volume, let message):
      ["step": "mountFailed", "volume": .string(volume), "message": .string(message)]
    case .startFailed(let name, let reason, let message):
      ["step": "startFailed", "container": .string(name), "reason": .string(reason), "message": .string(message)]
    case .hooked(let hook): hook.json
    case .executed(let exec): exec.json
    case .outOfMemory(let name): ["step": "outOfMemory", "container": .string(name)]
    case .stopping(let name, let grace):
      ["step": "stopping", "container": .string(name), "graceSeconds": .int(Int64(grace))]
    case .deadlineExceeded(let seconds): ["step": "deadlineExceeded", "seconds": .int(Int64(seconds))]
    case .ended: ["step": "ended"]
    case .exited(let name, let code):
      ["step": "exited", "container": .string(name), "exitCode": .int(Int64(code))]
    case .terminating(let grace): ["step": "terminating", "graceSeconds": .int(Int64(grace))]
    case .stopped(let name, let code):
      ["step": "stopped", "container": .string(name), "exitCode": .int(Int64(code))]
    case .probed(let probe):
      [
        "step": "probed", "container": .string(probe.container), "probe": .string(probe.kind.rawValue),
        "request": .string(probe.request), "result": .string(probe.result.rawValue), "answer": .string(probe.answer),
        "count": .int(Int64(probe.count)), "threshold": .int(Int64(probe.threshold)),
        "consequence": .string(probe.consequence.rawValue),
      ]
    case .backingOff(let name, let seconds):
      ["step": "backingOff", "container": .string(name), "seconds": .int(Int64(seconds))]
    case .restarting(let name, let restart):
      ["step": "restarting", "container": .string(name), "restart": .int(Int64(restart))]
    case .killed(let names): ["step": "killed", "containers": .array(names.map(Value.string))]
    case .cleanedUp: ["step": "cleanedUp"]
    }
  }
}
