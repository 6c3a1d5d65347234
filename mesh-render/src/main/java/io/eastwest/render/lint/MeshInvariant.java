package io.eastwest.render.lint;

/** Rules that the clusters of a mesh keep together. */
public enum MeshInvariant {
    /** V1: names of clusters are DNS labels and no two clusters have the same. Else two clusters are taken for one. */
    CLUSTER_NAMES_UNIQUE("V1"),
    /** V2: remote secrets have the names that proxies report as keys. Else certificates and configuration are refused. */
    SECRET_KEYS_REPORTED("V2"),
    /** V3: subsets and callers are told by names of clusters that exist. Else the subset is empty. */
    CLUSTER_LABELS_KNOWN("V3"),
    /** V4: no cluster has a remote secret of its own. istiod passes over it. */
    NO_SECRET_OF_ITSELF("V4"),
    /** V5: all clusters trust one root and one trust domain. Else mutual TLS between them fails. */
    COMMON_TRUST("V5"),
    /** V6: every network that is called from another has a gateway. Else callers dial addresses that they cannot reach. */
    NETWORKS_HAVE_GATEWAYS("V6"),
    /** V7: a remote control plane has name, namespace and revision of its primary. Else the primary does not find it. */
    REMOTE_FOLLOWS_PRIMARY("V7"),
    /** V8: subsets that other networks call are defined where they run. Else the gateway there resets calls. */
    SUBSETS_DEFINED_AT_DESTINATION("V8"),
    /** V9: services and subsets are exported to the gateway that leads to them. Else the gateway resets calls. */
    EXPORTED_TO_GATEWAY("V9"),
    /** V10: services exist where they are called. Else DNS does not know the name. */
    SERVICES_DEFINED_AT_CALLER("V10"),
    /** V11: the namespace of Istio has the network of the values. Else pods without a label of their own are in another. */
    NETWORK_LABELS_AGREE("V11"),
    /** V12: a primary that serves other clusters knows it. Else it gives them no root and no webhook. */
    PRIMARY_SERVES_REMOTES("V12");

    private final String id;

    MeshInvariant(String id) {
        this.id = id;
    }

    /** {@return its number, such as {@code V1}} */
    public String id() {
        return id;
    }
}
