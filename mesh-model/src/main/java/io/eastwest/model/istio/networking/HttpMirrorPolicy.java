package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A destination that gets copies of requests.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPMirrorPolicy. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpMirrorPolicyBuilder.ImmutableHttpMirrorPolicy.class)
@JsonDeserialize(as = HttpMirrorPolicyBuilder.ImmutableHttpMirrorPolicy.class)
public interface HttpMirrorPolicy {
    /** {@return the service that gets the copies} */
    Destination destination();

    /** {@return the share of requests that are copied; empty: all; present without a value: none} */
    Optional<Percent> percentage();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HttpMirrorPolicyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static HttpMirrorPolicyBuilder builder() {
        return new HttpMirrorPolicyBuilder();
    }
}
