package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Faults that are injected into requests of a route.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPFaultInjection. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpFaultInjectionBuilder.ImmutableHttpFaultInjection.class)
@JsonDeserialize(as = HttpFaultInjectionBuilder.ImmutableHttpFaultInjection.class)
public interface HttpFaultInjection {
    /** {@return the delay that is put before forwarding} */
    Optional<FaultDelay> delay();

    /** {@return the error that takes the place of forwarding} */
    Optional<FaultAbort> abort();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HttpFaultInjectionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static HttpFaultInjection empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static HttpFaultInjectionBuilder builder() {
        return new HttpFaultInjectionBuilder();
    }
}
