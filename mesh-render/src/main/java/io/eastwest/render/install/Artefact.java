package io.eastwest.render.install;

/** What a cluster is given, in the order in which it can be used. */
enum Artefact {
    /** Namespaces with network and owner. */
    NAMESPACE,
    /** The authority of istiod. */
    TRUST,
    /** The CNI plugin. */
    CNI,
    /** The control plane, or what stands for a remote one. */
    CONTROL_PLANE,
    /** The ambient proxy of nodes. */
    ZTUNNEL,
    /** East-west and ingress gateways. */
    GATEWAY,
    /** What gateways let through. */
    EXPOSURE,
    /** The account and token by which others read the cluster. */
    READER,
    /** The Secrets by which istiod reads others. */
    REMOTE_SECRET,
    /** The istiod that serves another cluster. */
    HOSTED_CONTROL_PLANE
}
