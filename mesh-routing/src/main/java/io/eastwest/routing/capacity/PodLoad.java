package io.eastwest.routing.capacity;

import io.eastwest.routing.balancing.Share;
import java.util.Optional;

/**
 * How many calls a pod gets, each as often as it is tried there.
 *
 * @param pod {@code <cluster>/<namespace>/<pod>}; the address of an endpoint that is none of the mesh
 * @param cluster its cluster; empty when it is none of the mesh
 * @param role what it does for the calls
 * @param perSecond calls per second, exactly; tries that it answers with an error among them
 * @param failing calls per second that it answers with an error, exactly
 * @param limit what it can take; empty: no limit is known
 */
public record PodLoad(String pod, String cluster, Role role, Share perSecond, Share failing, Optional<Share> limit) {
    /** What a pod does for calls. */
    public enum Role {
        /** It answers them. */
        ENDPOINT,

        /** It passes them on: an ingress or east-west gateway, or a waypoint. */
        GATEWAY
    }

    /** {@return load over limit, exactly; empty: no limit is known} */
    public Optional<Share> utilisation() {
        return limit.map(perSecond::dividedBy);
    }

    /** {@return whether it gets more than it can take} */
    public boolean isOverloaded() {
        return limit.filter(most -> perSecond.compareTo(most) > 0).isPresent();
    }

    /** {@return the load for people, one line} */
    public String toText() {
        String of = limit.map(most -> " of " + RateText.of(most)).orElse("");
        return pod + " " + RateText.of(perSecond) + of + " per second"
                + (failing.isZero() ? "" : ", " + RateText.of(failing) + " with an error")
                + (isOverloaded() ? ", " + RateText.of(perSecond.minus(limit.orElseThrow())) + " too many" : "");
    }

    @Override
    public String toString() {
        return toText();
    }
}
