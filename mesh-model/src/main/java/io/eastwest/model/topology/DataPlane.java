package io.eastwest.model.topology;

/** What carries the traffic of workloads. */
public enum DataPlane {
    /** A proxy in each pod. */
    sidecar,
    /** A ztunnel on each node, and waypoints. */
    ambient
}
