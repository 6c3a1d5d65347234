package io.eastwest.routing;

import io.eastwest.routing.balancing.Share;

/**
 * A share of a call, or more than all of it, that gets somewhere, whatever becomes of it there.
 *
 * @param target the endpoint; or a proxy that passes calls on, without hops
 * @param passing whether it is such a proxy
 */
record CallVisit(EndpointTarget target, boolean passing) {
    CallVisit times(Share factor) {
        return new CallVisit(target.withShare(target.share().times(factor)), passing);
    }
}
