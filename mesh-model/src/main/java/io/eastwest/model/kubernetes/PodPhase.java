package io.eastwest.model.kubernetes;

/** Where a {@link Pod} is in its life. */
public enum PodPhase {
    /** accepted, not all containers run yet */
    Pending,
    /** bound to a node, at least one container runs or restarts */
    Running,
    /** all containers ended well and will not restart */
    Succeeded,
    /** all containers ended, at least one of them badly */
    Failed,
    /** the node could not be asked */
    Unknown
}
