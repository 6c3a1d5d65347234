package io.eastwest.model.topology;

/** What global DNS answers when no site is up. */
public enum AllDownPolicy {
    /** All sites: it fails open. */
    RETURN_ALL,

    /** No site: clients cannot connect. */
    RETURN_NONE
}
