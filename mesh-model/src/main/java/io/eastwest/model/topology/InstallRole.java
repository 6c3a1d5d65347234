package io.eastwest.model.topology;

/** What a cluster does for the control plane of the mesh. */
public enum InstallRole {
    /** Runs an istiod that reads its configuration from this cluster. */
    primary,
    /** Is served by the istiod of another cluster. */
    remote,
    /** Holds the configuration of an istiod that runs elsewhere, and is served by it. */
    config,
    /** Runs the istiod of a {@link #config} cluster and no workloads of the mesh. */
    host
}
