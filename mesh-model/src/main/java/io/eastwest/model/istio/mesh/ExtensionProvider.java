package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A named external provider: an authoriser, or a receiver of traces, metrics or logs. Exactly one kind is to be
 * set.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.ExtensionProvider. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ExtensionProviderBuilder.ImmutableExtensionProvider.class)
@JsonDeserialize(as = ExtensionProviderBuilder.ImmutableExtensionProvider.class)
public interface ExtensionProvider {
    /** {@return the name by which policies refer to it} */
    Optional<String> name();

    /** {@return an authoriser that is asked by HTTP} */
    Optional<HttpExternalAuthorizer> envoyExtAuthzHttp();

    /** {@return an authoriser that is asked by gRPC} */
    Optional<GrpcExternalAuthorizer> envoyExtAuthzGrpc();

    /** {@return a receiver of traces, kept as it was read} */
    Optional<JsonNode> zipkin();

    /** {@return deprecated; a receiver of traces, kept as it was read} */
    Optional<JsonNode> lightstep();

    /** {@return a receiver of traces, kept as it was read} */
    Optional<JsonNode> datadog();

    /** {@return a receiver of traces, metrics and logs, kept as it was read} */
    Optional<JsonNode> stackdriver();

    /** {@return deprecated; a receiver of traces, kept as it was read} */
    Optional<JsonNode> opencensus();

    /** {@return a receiver of traces, kept as it was read} */
    Optional<JsonNode> skywalking();

    /** {@return a receiver of traces, kept as it was read} */
    Optional<JsonNode> opentelemetry();

    /** {@return the metrics of Prometheus, kept as it was read} */
    Optional<JsonNode> prometheus();

    /** {@return an access log file, kept as it was read} */
    Optional<JsonNode> envoyFileAccessLog();

    /** {@return an access log service for HTTP, kept as it was read} */
    Optional<JsonNode> envoyHttpAls();

    /** {@return an access log service for TCP, kept as it was read} */
    Optional<JsonNode> envoyTcpAls();

    /** {@return an access log service of OpenTelemetry, kept as it was read} */
    Optional<JsonNode> envoyOtelAls();

    /** {@return a provider of secrets, kept as it was read} */
    Optional<JsonNode> sds();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ExtensionProviderBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ExtensionProvider empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ExtensionProviderBuilder builder() {
        return new ExtensionProviderBuilder();
    }
}
