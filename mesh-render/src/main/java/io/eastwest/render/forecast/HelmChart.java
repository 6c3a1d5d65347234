package io.eastwest.render.forecast;

/** The charts of Istio. */
public enum HelmChart {
    /** Definitions, and the account by which other clusters read. */
    base,
    /** The control plane, or what stands for a remote one. */
    istiod,
    /** A gateway. */
    gateway,
    /** The CNI plugin. */
    cni,
    /** The proxy of nodes in ambient mode. */
    ztunnel
}
