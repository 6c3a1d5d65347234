package io.eastwest.routing.question;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * How the calls of one kind end, by place and by reason. All shares sum to exactly one, unless nobody calls. Not meant to be
 * implemented by users.
 */
@RoutingValue
@Value.Immutable
public interface CallResult {
    /** {@return places that answer, by cluster in the order of the mesh, then by locality; outside of the mesh comes last} */
    List<PlaceShare> answered();

    /** {@return the share that proxies answer themselves: direct responses, injected faults, redirects} */
    @Value.Default
    default Share answeredByRule() {
        return Share.ZERO;
    }

    /** {@return shares that are not served, in the order in which the call meets them} */
    List<RefusedShare> refused();

    /** {@return whether somebody calls: {@code false} when every pod that could is down} */
    @Value.Default
    default boolean called() {
        return true;
    }

    /** {@return the share that is not served} */
    default Share lost() {
        return Share.sum(refused().stream().map(RefusedShare::share).toList());
    }

    /** {@return the share that endpoints answer} */
    default Share served() {
        return Share.sum(answered().stream().map(PlaceShare::share).toList());
    }

    /**
     * The share that a cluster answers.
     *
     * @param cluster the cluster; empty: outside of the mesh
     * @return exact share
     */
    default Share servedBy(String cluster) {
        return Share.sum(answered().stream()
                .filter(place -> place.cluster().equals(cluster))
                .map(PlaceShare::share)
                .toList());
    }

    /** {@return all shares as text: {@code c1 70%, c2 20%, lost 10% (503 UF UPSTREAM_CONNECT_FAILED)}} */
    default String toText() {
        return ResultText.of(this);
    }

    /** {@return a builder that starts from this value} */
    default CallResultBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static CallResultBuilder builder() {
        return new CallResultBuilder();
    }
}
