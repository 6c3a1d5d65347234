package io.eastwest.render.lint;

/** Mistakes of installations. */
public enum LintCode {
    /** The API server refuses the resource, so that nothing is installed. Fix: what the message says. */
    REFUSED,
    /** The API server drops a field that it does not know. Fix: write it where it belongs. */
    PRUNED,
    /** No profile of that name exists, although the definition of the operator may list it. Fix: use another. */
    PROFILE_UNKNOWN,
    /** A ZTunnel refers to a control plane that is not there. Fix: name an Istio of the cluster. */
    TARGET_NOT_FOUND,
    /** The cluster has no name, so that all such clusters are one. Fix: set {@code global.multiCluster.clusterName}. */
    CLUSTER_NAME_MISSING,
    /** A variable of istiod is given that the chart sets, too. Fix: use the value of the chart. */
    ENV_GIVEN_TWICE,
    /** A remote cluster asks for injection without saying who it is. Fix: set {@code istiodRemote.injectionPath}. */
    INJECTION_PATH_MISSING,
    /** The path of injection has a key that means something else. Fix: the keys are {@code cluster} and {@code net}. */
    INJECTION_PATH_KEY_UNKNOWN,
    /** The path of injection names another cluster or network than the values. Fix: name the same. */
    INJECTION_PATH_DIFFERS,
    /** A remote cluster does not say where its istiod is. Fix: set {@code global.remotePilotAddress}. */
    ADDRESS_MISSING,
    /** The address of istiod has a port. Fix: leave it out; the ports are fixed. */
    ADDRESS_WITH_PORT,
    /** A cluster names an istiod elsewhere, but installs its own. Fix: use profile remote, or leave the address out. */
    ADDRESS_WITHOUT_PROFILE,
    /** A remote cluster has a revision that no primary has. Fix: give its Istio the name of that of its primary. */
    REVISION_DIFFERS,
    /** Ports of a network gateway are given where the chart does not look. Fix: use {@code networkGatewayPorts}. */
    GATEWAY_PORTS_IGNORED,
    /** A gateway has the label of a network, but is no network gateway. Fix: set {@code networkGateway}. */
    GATEWAY_WITHOUT_NETWORK,
    /** The chart refuses a value. Fix: what the message says. */
    VALUE_REFUSED,
    /** The chart does not know a value and says nothing. Fix: write it where it belongs. */
    VALUE_UNKNOWN,
    /** A value below {@code pilot} beats the profile. Fix: none if that is wanted. */
    LEGACY_VALUE_WINS
}
