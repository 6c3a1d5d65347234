package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Settings of a {@link ProxyConfig}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1beta1/proxy_config.proto:ProxyConfig. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ProxyConfigSpecBuilder.ImmutableProxyConfigSpec.class)
@JsonDeserialize(as = ProxyConfigSpecBuilder.ImmutableProxyConfigSpec.class)
public interface ProxyConfigSpec {
    /** {@return the workloads; empty: all of the namespace; in the root namespace: the whole mesh} */
    Optional<PolicyWorkloadSelector> selector();

    /** {@return the number of worker threads, 0 for all cores; empty: by the limits of the container} */
    OptionalInt concurrency();

    /** {@return the environment variables of the proxy} */
    Map<String, String> environmentVariables();

    /** {@return the image of the proxy; empty: that of the mesh} */
    Optional<ProxyImage> image();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ProxyConfigSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ProxyConfigSpec empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ProxyConfigSpecBuilder builder() {
        return new ProxyConfigSpecBuilder();
    }
}
