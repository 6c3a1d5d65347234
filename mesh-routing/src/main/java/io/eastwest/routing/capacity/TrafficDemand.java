package io.eastwest.routing.capacity;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import org.immutables.value.Value;

/** Who calls what how often, how much pods can take, and how often they fail. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface TrafficDemand {
    /** {@return how often calls are made} */
    List<CallRate> rates();

    /** {@return how much pods can take; a pod that no limit means is never overloaded} */
    List<PodLimit> limits();

    /** {@return which pods answer requests with errors; of others none are assumed} */
    List<PodErrors> errors();

    /** {@return calls per second of all rates together} */
    default Share total() {
        return Share.sum(rates().stream().map(CallRate::perSecond).toList());
    }

    /** {@return a builder that starts from this value} */
    default TrafficDemandBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static TrafficDemandBuilder builder() {
        return new TrafficDemandBuilder();
    }
}
