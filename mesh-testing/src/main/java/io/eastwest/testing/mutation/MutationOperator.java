package io.eastwest.testing.mutation;

/** What a mutant does to a mesh. */
public enum MutationOperator {
    /** A whole resource is missing. */
    DELETE_RESOURCE,

    /** A rule of a route or policy is missing, or the settings of a port. */
    DELETE_RULE,

    /** Two neighbouring rules are in the other order. */
    SWAP_RULES,

    /** One of several matches of a rule is missing. */
    DELETE_MATCH,

    /** A condition of a match or of a policy is missing, so that it takes more. */
    DROP_CONDITION,

    /** A prefix has become the only path that is meant. */
    PREFIX_TO_EXACT,

    /** A path has become a prefix. */
    EXACT_TO_PREFIX,

    /** One of several destinations of a rule is missing. */
    DELETE_DESTINATION,

    /** A part of the weight of a destination is with its neighbour. */
    SHIFT_WEIGHT,

    /** A destination does not name its subset. */
    DROP_SUBSET_REFERENCE,

    /** A destination or match is for the next port. */
    CHANGE_PORT,

    /** A timeout, retries, a fault, a mirror, a rewrite or the like is missing. */
    DROP_SETTING,

    /** A resource is seen everywhere: its {@code exportTo} is missing. */
    DROP_EXPORT,

    /** A subset of a DestinationRule is missing. */
    DELETE_SUBSET,

    /** Outlier detection is missing. */
    DROP_OUTLIER_DETECTION,

    /** A part of a preference between localities is missing: a failover, a distribution, a priority, or all. */
    DELETE_LOCALITY_SETTING,

    /** How connections are secured is not said. */
    DROP_TLS,

    /** A policy does the opposite: denies what it allowed, or allows what it denied. */
    FLIP_ACTION,

    /** Mutual TLS is demanded where it was not, or is not where it was. */
    FLIP_MUTUAL_TLS
}
