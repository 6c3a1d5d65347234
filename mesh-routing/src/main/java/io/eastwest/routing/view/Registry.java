package io.eastwest.routing.view;

/** Where a service comes from. */
public enum Registry {
    /** A Kubernetes Service. */
    KUBERNETES,

    /** A ServiceEntry. */
    EXTERNAL
}
