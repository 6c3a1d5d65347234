package io.eastwest.model.gatewayapi;

/** Namespaces whose {@link ListenerSet}s may attach to a {@link Gateway}. */
public enum ListenerNamespacesFrom {
    /** listener sets of all namespaces */
    All,
    /** listener sets of namespaces whose labels are selected */
    Selector,
    /** listener sets of the namespace of the gateway */
    Same,
    /** no listener sets */
    None
}
