package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An authoriser that is asked by HTTP.
 *
 * <p>Mirrors istio/api v1.30.3
 * mesh/v1alpha1/config.proto:MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationHttpProvider. Not meant to
 * be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpExternalAuthorizerBuilder.ImmutableHttpExternalAuthorizer.class)
@JsonDeserialize(as = HttpExternalAuthorizerBuilder.ImmutableHttpExternalAuthorizer.class)
public interface HttpExternalAuthorizer extends ExternalAuthorizerSettings {
    /** {@return the text put before the path of the check; empty: none} */
    Optional<String> pathPrefix();

    /** {@return the request headers that are sent, by exact name, prefix {@code a*} or suffix {@code *a}} */
    List<String> includeRequestHeadersInCheck();

    /** {@return deprecated form of {@link #includeRequestHeadersInCheck()}} */
    List<String> includeHeadersInCheck();

    /** {@return the fixed headers that are sent} */
    Map<String, String> includeAdditionalHeadersInCheck();

    /** {@return the headers of the answer that are forwarded when the call passes} */
    List<String> headersToUpstreamOnAllow();

    /** {@return the headers of the answer that are returned when the call is refused} */
    List<String> headersToDownstreamOnDeny();

    /** {@return the headers of the answer that are returned when the call passes} */
    List<String> headersToDownstreamOnAllow();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HttpExternalAuthorizerBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static HttpExternalAuthorizer empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static HttpExternalAuthorizerBuilder builder() {
        return new HttpExternalAuthorizerBuilder();
    }
}
