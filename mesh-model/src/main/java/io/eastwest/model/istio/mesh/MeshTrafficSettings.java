package io.eastwest.model.istio.mesh;

import io.eastwest.model.istio.networking.HttpRetry;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.model.istio.networking.TcpKeepalive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The part of {@link MeshConfig} that decides where traffic goes.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig. Not meant to be implemented by users.
 */
public interface MeshTrafficSettings {
    /**
     * {@return what happens to calls to unknown hosts; empty: {@code ALLOW_ANY}; present without a mode: {@code
     * REGISTRY_ONLY}}
     */
    Optional<MeshOutboundTrafficPolicy> outboundTrafficPolicy();

    /** {@return where sidecars send traffic for ports that no service has; empty: passed through} */
    Optional<MeshInboundTrafficPolicy> inboundTrafficPolicy();

    /** {@return the namespaces that see services and ServiceEntries which do not say; empty: {@code *}} */
    List<String> defaultServiceExportTo();

    /** {@return the namespaces that see VirtualServices which do not say; empty: {@code *}} */
    List<String> defaultVirtualServiceExportTo();

    /** {@return the namespaces that see DestinationRules which do not say; empty: {@code *}} */
    List<String> defaultDestinationRuleExportTo();

    /** {@return the preference between localities; empty: enabled without further settings} */
    Optional<LocalityLoadBalancerSetting> localityLbSetting();

    /** {@return how long a connection may take to open; empty: 10 s} */
    Optional<Duration> connectTimeout();

    /** {@return the keepalive probes of connections; empty: none} */
    Optional<TcpKeepalive> tcpKeepalive();

    /** {@return whether HTTP/1.1 is upgraded to HTTP/2; empty: no} */
    Optional<MeshH2UpgradePolicy> h2UpgradePolicy();

    /** {@return the retry policy of routes without one; empty: two attempts on Istio's conditions} */
    Optional<HttpRetry> defaultHttpRetryPolicy();

    /** {@return the time between DNS look-ups; empty: 60 s} */
    Optional<Duration> dnsRefreshRate();

    /** {@return how long a proxy waits for the first bytes to detect the protocol; empty: 0, which is for ever} */
    Optional<Duration> protocolDetectionTimeout();

    /** {@return how long an HBONE connection may be idle; empty: 1 h} */
    Optional<Duration> hboneIdleTimeout();

    /** {@return how paths are normalised before they are matched; empty: as its {@code DEFAULT}} */
    Optional<PathNormalization> pathNormalization();
}
