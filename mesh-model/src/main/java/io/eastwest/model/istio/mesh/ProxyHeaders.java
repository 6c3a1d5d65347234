package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The headers that proxies add and remove.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig.ProxyHeaders. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ProxyHeadersBuilder.ImmutableProxyHeaders.class)
@JsonDeserialize(as = ProxyHeadersBuilder.ImmutableProxyHeaders.class)
public interface ProxyHeaders {
    /** {@return what sidecars do with the header {@code x-forwarded-client-cert}; empty: {@code APPEND_FORWARD}} */
    Optional<ForwardClientCertDetails> forwardedClientCert();

    /**
     * {@return the parts of the client certificate that are put into that header; empty: subject, DNS and URI
     * names}
     */
    Optional<ClientCertDetails> setCurrentClientCertDetails();

    /** {@return the header {@code x-request-id}; empty: on} */
    Optional<ProxyHeaderSwitch> requestId();

    /** {@return the header {@code server}; empty: on} */
    Optional<ProxyServerHeader> server();

    /** {@return the header {@code x-envoy-attempt-count}; empty: on} */
    Optional<ProxyHeaderSwitch> attemptCount();

    /** {@return the further {@code x-envoy-} headers; empty: on} */
    Optional<ProxyHeaderSwitch> envoyDebugHeaders();

    /** {@return the headers that exchange metadata; empty: on for all calls} */
    Optional<MetadataExchangeHeaders> metadataExchangeHeaders();

    /** {@return whether the case of HTTP/1.1 header names is kept; empty: no} */
    Optional<Boolean> preserveHttp1HeaderCase();

    /** {@return the header {@code x-forwarded-host}; empty: off} */
    Optional<ProxyHeaderOption> xForwardedHost();

    /** {@return the header {@code x-forwarded-port}; empty: off} */
    Optional<ProxyHeaderOption> xForwardedPort();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ProxyHeadersBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ProxyHeaders empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ProxyHeadersBuilder builder() {
        return new ProxyHeadersBuilder();
    }
}
