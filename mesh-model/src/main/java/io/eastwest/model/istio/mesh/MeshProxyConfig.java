package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Settings of proxies: the default of the mesh, or of one workload through the annotation {@code
 * proxy.istio.io/config}. Not to be confused with the kind ProxyConfig, which has a few of them.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshProxyConfigBuilder.ImmutableMeshProxyConfig.class)
@JsonDeserialize(as = MeshProxyConfigBuilder.ImmutableMeshProxyConfig.class)
public interface MeshProxyConfig extends ProxyBootstrapSettings, ProxyObservabilitySettings {
    /** {@return the proxies in front of a gateway} */
    Optional<GatewayTopology> gatewayTopology();

    /** {@return the headers that proxies add and remove} */
    Optional<ProxyHeaders> proxyHeaders();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MeshProxyConfigBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MeshProxyConfig empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MeshProxyConfigBuilder builder() {
        return new MeshProxyConfigBuilder();
    }
}
