package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.style.RoutingValue;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** One way a call ends at a proxy. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface Outcome {
    /** {@return kind} */
    Kind kind();

    /** {@return exact share of calls that end like this} */
    Share share();

    /** {@return HTTP status; of a forwarded call it is the upstream's (empty)} */
    OptionalInt status();

    /** {@return Envoy response flags, {@code -} for none} */
    @Value.Default
    default String flags() {
        return "-";
    }

    /** {@return why} */
    Reason reason();

    /** {@return what decided, for people: policy, rule or field; may be empty} */
    @Value.Default
    default String detail() {
        return "";
    }

    /** {@return whether the connection ends without an HTTP answer} */
    @Value.Default
    default boolean closed() {
        return false;
    }

    /** Kind of an outcome. */
    enum Kind {
        /** Sent to an endpoint. */
        FORWARDED,

        /** Answered by a rule of the proxy: direct response, fault, preflight. */
        DIRECT,

        /** Answered with a redirect. */
        REDIRECTED,

        /** Not served: no route, no endpoint, denied, closed. */
        REFUSED
    }

    /** {@return a builder that starts from this value} */
    default OutcomeBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static OutcomeBuilder builder() {
        return new OutcomeBuilder();
    }
}
