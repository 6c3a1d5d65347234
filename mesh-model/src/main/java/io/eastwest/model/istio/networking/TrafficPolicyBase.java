package io.eastwest.model.istio.networking;

import java.util.Optional;

/**
 * The policies that can be given for a whole service as well as for one of its ports.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:TrafficPolicy. Not meant to be
 * implemented by users.
 */
public interface TrafficPolicyBase {
    /** {@return how an endpoint is chosen; empty: least requests} */
    Optional<LoadBalancerSettings> loadBalancer();

    /** {@return the limits on connections and requests; empty: mesh defaults} */
    Optional<ConnectionPoolSettings> connectionPool();

    /** {@return when endpoints are ejected; empty: never; present and empty: Envoy's defaults apply} */
    Optional<OutlierDetection> outlierDetection();

    /**
     * {@return how connections are secured; empty: mutual TLS where both sides can; present without a mode:
     * plain text}
     */
    Optional<ClientTlsSettings> tls();
}
