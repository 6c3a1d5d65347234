package io.eastwest.model.istio.security;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/**
 * A claim that is forwarded as a header.
 *
 * <p>Mirrors istio/api v1.30.3 security/v1beta1/request_authentication.proto:ClaimToHeader. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ClaimToHeaderBuilder.ImmutableClaimToHeader.class)
@JsonDeserialize(as = ClaimToHeaderBuilder.ImmutableClaimToHeader.class)
public interface ClaimToHeader {
    /** {@return the name of the header} */
    String header();

    /** {@return the claim, with {@code .} between nested names} */
    String claim();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ClaimToHeaderBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ClaimToHeaderBuilder builder() {
        return new ClaimToHeaderBuilder();
    }
}
