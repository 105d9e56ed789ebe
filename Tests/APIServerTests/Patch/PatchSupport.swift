import APIServer
import Objects

/// The value that JSON text holds; a mistake in a test's text fails the test.
func json(_ text: String) throws -> Value { try JSONText.parse(text) }

/// The members that JSON text holds.
func fields(_ text: String) throws -> Fields { try json(text).object ?? [:] }

/// Rules of a few fields of Pods, as the API's schema gives them.
let podRules = MergeRules { field, type in
  switch (type, field) {
  case ("Pod", "spec"): .init(type: "PodSpec")
  case ("Pod", "metadata"): .init(type: "ObjectMeta")
  case ("ObjectMeta", "finalizers"): .init(mergesList: true)
  case ("PodSpec", "containers"): .init(mergesList: true, mergeKey: "name", type: "Container")
  case ("PodSpec", "volumes"): .init(mergesList: true, retainsKeys: true, mergeKey: "name", type: "Volume")
  case ("PodSpec", "strategy"): .init(retainsKeys: true, type: "Strategy")
  case ("Container", "env"): .init(mergesList: true, mergeKey: "name", type: "EnvVar")
  default: nil
  }
}
