package io.eastwest.model.istio.mesh;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The part of {@link MeshConfig} that concerns proxies and their listeners.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig. Not meant to be implemented by users.
 */
public interface MeshProxySettings {
    /** {@return the settings of proxies, merged over Istio's field by field} */
    Optional<MeshProxyConfig> defaultConfig();

    /** {@return the port for captured outbound traffic; empty: 15001} */
    OptionalInt proxyListenPort();

    /** {@return the port for captured inbound traffic; empty: 15006} */
    OptionalInt proxyInboundListenPort();

    /** {@return the port of an explicit HTTP proxy; empty: 0, which is none} */
    OptionalInt proxyHttpPort();

    /** {@return the pattern for the names of inbound clusters in statistics; empty: Istio's} */
    Optional<String> inboundClusterStatName();

    /** {@return the pattern for the names of outbound clusters in statistics; empty: Istio's} */
    Optional<String> outboundClusterStatName();
}
