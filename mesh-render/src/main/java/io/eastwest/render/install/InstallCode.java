package io.eastwest.render.install;

/** What a plan leaves to do, or what its owner should know. */
public enum InstallCode {
    /**
     * The address of an istiod is not known yet, so that a name which never resolves stands in its place. Fix: apply the
     * gateway, put its address into {@code eastWestGateway.addresses} of the topology and render again.
     */
    ADDRESS_UNKNOWN,
    /**
     * Remote clusters reach istiod by a name. Kubernetes maps no port for it, so the gateway also publishes port 443 for the
     * webhook. Fix: none needed; an IP address needs no such port.
     */
    ADDRESS_IS_NAME,
    /**
     * An istiod reads a cluster for which no credential was given. A request for a token and a template of the Secret are
     * among the files. Fix: fill in the template, or give the credential and render again.
     */
    CREDENTIAL_MISSING,
    /** istiod refuses a kubeconfig that was given. Fix: what the message says. */
    CREDENTIAL_REFUSED,
    /**
     * A kubeconfig runs a command, which istiod refuses unless it is told otherwise; the plan tells it. Fix: use a token
     * where that is not wanted.
     */
    CREDENTIAL_RUNS_COMMAND,
    /** No istiod reads the cluster of a credential. Fix: remove it, or let a cluster discover that one. */
    CREDENTIAL_UNUSED,
    /**
     * Several clusters run an istiod, and one of them was given no authority: it makes a root of its own, which no other
     * cluster trusts. Fix: give the cacerts of all.
     */
    AUTHORITY_MISSING,
    /** An authority was given for a cluster that runs no istiod. Fix: remove it. */
    AUTHORITY_UNUSED,
    /** The authorities of two clusters do not trust each other. Fix: issue both from one root. */
    ROOTS_DIFFER
}
