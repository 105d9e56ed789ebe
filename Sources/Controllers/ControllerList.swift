package import Machinery

/// The controllers that a cluster runs, one file each, in the order of their names.
package enum ControllerList {
  package static let all: [any Controller] = [
    CronJobController(),
    DaemonSetController(),
    DeploymentController(),
    JobController(),
    JobFinalizerCleaner(),
    ReplicaManager.replicaSet,
    ReplicaManager.replicationController,
    TTLController(),
  ]
}
