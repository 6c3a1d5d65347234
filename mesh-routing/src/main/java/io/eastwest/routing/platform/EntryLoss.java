package io.eastwest.routing.platform;

import io.eastwest.routing.balancing.Share;

/**
 * A share of requests that fails, and why.
 *
 * @param cause why
 * @param cluster where; empty: before any cluster
 * @param detail what, for people
 * @param share exact share of all requests, more than nothing
 */
public record EntryLoss(Cause cause, String cluster, String detail, Share share) {
    /** Why a request fails, from the outside in. */
    public enum Cause {
        /** Global DNS answers no address, or does not know the name. */
        NO_ADDRESS,

        /** The load balancer of the site does not answer. */
        SITE_DOWN,

        /** No router behind the load balancer counts as up. */
        NO_ROUTER,

        /** The router that was chosen does not answer: 502, or no connection. */
        ROUTER_DOWN,

        /** The router has no Route for host and path: 503. */
        NO_ROUTE,

        /** No pod of the application at the entry is ready: 503. */
        NO_ENDPOINT,

        /** A pod that is ready answers with an error. */
        APPLICATION_BROKEN,

        /** A call that the application cannot do without fails. */
        CALL_FAILED
    }

    EntryLoss times(Share part) {
        return new EntryLoss(cause, cluster, detail, share.times(part));
    }

    @Override
    public String toString() {
        return share + " " + cause + (cluster.isEmpty() ? "" : " in " + cluster) + ": " + detail;
    }
}
