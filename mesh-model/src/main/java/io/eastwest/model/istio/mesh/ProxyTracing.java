package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Settings of traces. At most one receiver may be set.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:Tracing. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ProxyTracingBuilder.ImmutableProxyTracing.class)
@JsonDeserialize(as = ProxyTracingBuilder.ImmutableProxyTracing.class)
public interface ProxyTracing {
    /** {@return a Zipkin server, kept as it was read} */
    Optional<JsonNode> zipkin();

    /** {@return deprecated, kept as it was read} */
    Optional<JsonNode> lightstep();

    /** {@return a Datadog agent, kept as it was read} */
    Optional<JsonNode> datadog();

    /** {@return kept as it was read} */
    Optional<JsonNode> stackdriver();

    /** {@return deprecated, kept as it was read} */
    Optional<JsonNode> openCensusAgent();

    /** {@return the tags of spans by name, kept as they were read} */
    Map<String, JsonNode> customTags();

    /** {@return the longest path in a tag; empty: 256} */
    OptionalInt maxPathTagLength();

    /** {@return the share of requests that are traced, 0..100; empty: 1} */
    OptionalDouble sampling();

    /** {@return how the connection is secured; empty: plain text} */
    Optional<ClientTlsSettings> tlsSettings();

    /** {@return whether tags about the mesh are added; empty: yes} */
    Optional<Boolean> enableIstioTags();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ProxyTracingBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ProxyTracing empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ProxyTracingBuilder builder() {
        return new ProxyTracingBuilder();
    }
}
