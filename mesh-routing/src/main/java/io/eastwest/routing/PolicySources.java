package io.eastwest.routing;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.destination.Sourced;
import io.eastwest.routing.envoy.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Names where settings of a cluster come from. */
final class PolicySources {
    private static final int MILLIS = 1_000;

    private final Function<Origin, String> places;

    PolicySources(Function<Origin, String> places) {
        this.places = places;
    }

    /**
     * {@return that a DestinationRule says it; empty: it does not}
     *
     * @param part the part of the policy that may say it
     * @param field the field in this part; empty text: the part itself
     * @param said whether it says it, when there is the part
     */
    Optional<PolicySource> written(Optional<? extends Sourced<?>> part, String field, boolean said) {
        return said ? part.map(each -> written(each.origin(), field)) : Optional.empty();
    }

    private PolicySource written(Origin part, String field) {
        Origin origin = field.isEmpty() ? part : new Origin(part.resource(), part.path() + "." + field);
        return new PolicySource(PolicySource.Kind.DESTINATION_RULE, Optional.of(origin), field, places.apply(origin));
    }

    PolicySource service(ResourceKey service) {
        Origin origin = new Origin(service, "");
        return new PolicySource(PolicySource.Kind.SERVICE, Optional.of(origin), "", places.apply(origin));
    }

    PolicySource mesh(String field) {
        return new PolicySource(PolicySource.Kind.MESH_CONFIG, Optional.empty(), field, "");
    }

    PolicySource istiod(String about) {
        return new PolicySource(PolicySource.Kind.ISTIOD_DEFAULT, Optional.empty(), about, "");
    }

    PolicySource envoy() {
        return new PolicySource(PolicySource.Kind.ENVOY_DEFAULT, Optional.empty(), "", "");
    }

    static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % MILLIS == 0 ? millis / MILLIS + "s" : millis + "ms";
    }
}
