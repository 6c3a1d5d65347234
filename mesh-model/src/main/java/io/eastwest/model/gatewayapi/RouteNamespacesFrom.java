package io.eastwest.model.gatewayapi;

/** Namespaces whose routes may attach to a {@link Listener}. */
public enum RouteNamespacesFrom {
    /** routes of all namespaces */
    All,
    /** routes of namespaces whose labels are selected */
    Selector,
    /** routes of the namespace of the listener's own object */
    Same
}
