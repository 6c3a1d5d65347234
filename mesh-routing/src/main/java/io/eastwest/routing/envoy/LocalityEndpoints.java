package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** The endpoints of one locality and priority. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface LocalityEndpoints {
    /** {@return region; empty: none} */
    String region();

    /** {@return zone; empty: none} */
    String zone();

    /** {@return subzone; empty: none} */
    String subzone();

    /** {@return 0 is the best} */
    @Value.Default
    default int priority() {
        return 0;
    }

    /** {@return locality weight; empty: none sent} */
    OptionalLong weight();

    /** {@return endpoints in order} */
    List<LbEndpoint> endpoints();

    /** {@return {@code region/zone/subzone} without empty trailing parts} */
    default String locality() {
        if (!subzone().isEmpty()) {
            return region() + "/" + zone() + "/" + subzone();
        }
        return zone().isEmpty() ? region() : region() + "/" + zone();
    }

    /** {@return a builder that starts from this value} */
    default LocalityEndpointsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static LocalityEndpointsBuilder builder() {
        return new LocalityEndpointsBuilder();
    }
}
