package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Conditions on one HTTP request; all that are set have to hold.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPMatchRequest. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpMatchRequestBuilder.ImmutableHttpMatchRequest.class)
@JsonDeserialize(as = HttpMatchRequestBuilder.ImmutableHttpMatchRequest.class)
public interface HttpMatchRequest {
    /** {@return the name that is added to the name of the route in access logs; empty: none} */
    Optional<String> name();

    /** {@return the condition on the path without query; a present match holds for every path} */
    Optional<StringMatch> uri();

    /** {@return the condition on the scheme, {@code http} or {@code https}} */
    Optional<StringMatch> scheme();

    /** {@return the condition on the method} */
    Optional<StringMatch> method();

    /** {@return the condition on the authority, that is the {@code Host} header} */
    Optional<StringMatch> authority();

    /**
     * {@return the conditions on request headers by lower case name; names that start with {@code
     * @request.auth.claims} look at a validated JWT and are for gateways only}
     */
    Map<String, StringMatch> headers();

    /** {@return the port that the host is called on; empty: any} */
    OptionalInt port();

    /** {@return the labels that the calling workload has to carry; empty: any caller} */
    Map<String, String> sourceLabels();

    /**
     * {@return the gateways the condition is limited to, replacing those of the VirtualService; empty: all of
     * the VirtualService}
     */
    List<String> gateways();

    /** {@return the conditions on query parameters by name} */
    Map<String, StringMatch> queryParams();

    /** {@return whether the path is compared without regard to case, for exact and prefix only; empty: no} */
    Optional<Boolean> ignoreUriCase();

    /** {@return the conditions on request headers that must not hold} */
    Map<String, StringMatch> withoutHeaders();

    /** {@return the namespace that the calling workload has to be in; empty: any} */
    Optional<String> sourceNamespace();

    /** {@return the prefix of statistics that the proxy keeps for the route; empty: none} */
    Optional<String> statPrefix();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HttpMatchRequestBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a condition on the path alone}
     *
     * @param uri the condition on the path
     */
    static HttpMatchRequest uri(StringMatch uri) {
        return builder().uri(uri).build();
    }

    /**
     * {@return a condition on one request header alone}
     *
     * @param name the header name in lower case
     * @param value the condition on its value
     */
    static HttpMatchRequest header(String name, StringMatch value) {
        return builder().putHeader(name, value).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static HttpMatchRequest empty() {
        return builder().build();
    }

    /**
     * {@return a condition on a label of the caller}
     *
     * @param name name of the label
     * @param value value of the label
     */
    static HttpMatchRequest sourceLabel(String name, String value) {
        return builder().putSourceLabel(name, value).build();
    }

    /** {@return an empty builder} */
    static HttpMatchRequestBuilder builder() {
        return new HttpMatchRequestBuilder();
    }
}
