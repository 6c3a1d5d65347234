package io.eastwest.routing.endpoints;

import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** The endpoints of one locality text on their way to an assignment. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface EndpointGroup {
    /** {@return locality} */
    Locality locality();

    /** {@return endpoints in order} */
    List<GroupMember> members();

    /** {@return weight; empty: not sent} */
    OptionalLong weight();

    /** {@return priority, 0 is the best} */
    @Value.Default
    default int priority() {
        return 0;
    }

    /** {@return the group as it is sent} */
    default LocalityEndpoints toLocalityEndpoints() {
        return LocalityEndpoints.builder()
                .region(locality().region())
                .zone(locality().zone())
                .subzone(locality().subzone())
                .priority(priority())
                .weight(weight())
                .addAllEndpoints(members().stream().map(GroupMember::endpoint).toList())
                .build();
    }

    /** {@return a builder that starts from this value} */
    default EndpointGroupBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static EndpointGroupBuilder builder() {
        return new EndpointGroupBuilder();
    }
}
