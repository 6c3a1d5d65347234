package io.eastwest.render.intent;

import io.eastwest.render.style.RenderValue;
import io.eastwest.routing.balancing.Share;
import java.util.Map;
import org.immutables.value.Value;

/** Where an endpoint of a service is, and what it answers of a call. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface EndpointPlace {
    /** {@return its cluster} */
    String cluster();

    /** {@return its locality {@code region/zone/subzone}; empty: none} */
    String locality();

    /** {@return labels of its workload with those that istiod adds} */
    Map<String, String> labels();

    /** {@return whether it is up, and the caller's network has a way to it} */
    boolean usable();

    /** {@return the share of the call that it answers} */
    @Value.Default
    default Share answered() {
        return Share.ZERO;
    }

    /** {@return a builder that starts from this value} */
    default EndpointPlaceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static EndpointPlaceBuilder builder() {
        return new EndpointPlaceBuilder();
    }
}
