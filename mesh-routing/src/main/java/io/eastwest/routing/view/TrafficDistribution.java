package io.eastwest.routing.view;

/** Preference of a service for near endpoints. */
public enum TrafficDistribution {
    /** None. */
    ANY,

    /** Same zone (PreferClose). */
    PREFER_SAME_ZONE,

    /** Same node, then zone. */
    PREFER_SAME_NODE
}
