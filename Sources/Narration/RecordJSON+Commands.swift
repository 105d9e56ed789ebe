import Basics
import Machinery
import Objects

/// Commands that were run in containers, as JSON.
extension HookRecord {
  var json: Fields {
    [
      "step": "hooked", "container": .string(container), "hook": .string(hook), "action": .string(action),
      "success": .bool(isSuccess), "message": .string(message),
    ]
  }
}

extension ExecRecord {
  var json: Fields {
    [
      "step": "executed", "container": .string(container), "command": .string(command),
      "exitCode": exitCode.map { .int(Int64($0)) } ?? .null, "message": .string(message),
      "tookMicroseconds": .int(took.microseconds),
    ]
  }
}
