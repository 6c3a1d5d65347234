package io.eastwest.render.compare;

/** How the clusters of a mesh get their control plane and reach each other. */
public enum InstallModel {
    /** Every cluster runs an istiod; pods reach each other directly. */
    MULTI_PRIMARY_ONE_NETWORK("multi-primary", "multi-primary, one network"),

    /** Every cluster runs an istiod; networks are joined by east-west gateways. */
    MULTI_PRIMARY_SEVERAL_NETWORKS("multi-primary", "multi-primary, several networks"),

    /** One cluster runs the istiod of all; pods reach each other directly. */
    PRIMARY_REMOTE_ONE_NETWORK("primary-remote", "primary-remote, one network"),

    /** One cluster runs the istiod of all; networks are joined by east-west gateways. */
    PRIMARY_REMOTE_SEVERAL_NETWORKS("primary-remote", "primary-remote, several networks"),

    /** A cluster without workloads runs the istiod of all; one of the others holds the configuration. */
    EXTERNAL_CONTROL_PLANE("external", "external control plane"),

    /** Every cluster runs an istiod; ztunnels carry the calls, east-west gateways join the networks. */
    AMBIENT_SEVERAL_NETWORKS("ambient", "ambient, several networks");

    private final String title;
    private final String text;

    InstallModel(String title, String text) {
        this.title = title;
        this.text = text;
    }

    /** {@return a name for the head of a column} */
    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return text;
    }

    boolean isMultiPrimary() {
        return this == MULTI_PRIMARY_ONE_NETWORK
                || this == MULTI_PRIMARY_SEVERAL_NETWORKS
                || this == AMBIENT_SEVERAL_NETWORKS;
    }

    boolean isPrimaryRemote() {
        return this == PRIMARY_REMOTE_ONE_NETWORK || this == PRIMARY_REMOTE_SEVERAL_NETWORKS;
    }

    boolean needsOneNetwork() {
        return this == MULTI_PRIMARY_ONE_NETWORK || this == PRIMARY_REMOTE_ONE_NETWORK;
    }

    boolean needsSeveralNetworks() {
        return this == MULTI_PRIMARY_SEVERAL_NETWORKS
                || this == PRIMARY_REMOTE_SEVERAL_NETWORKS
                || this == AMBIENT_SEVERAL_NETWORKS;
    }
}
