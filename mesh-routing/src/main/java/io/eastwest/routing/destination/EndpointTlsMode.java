package io.eastwest.routing.destination;

import io.eastwest.model.istio.networking.ClientTlsMode;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.routing.scope.MergedDestinationRule;
import java.util.Optional;

/**
 * The TLS mode of a rule that marks endpoints for mutual TLS. It is not the one of the cluster: a subset does not inherit
 * that of the rule, and an entry of a port without TLS settings does not hide those around it. Mirrors istio 1.30.3 {@code
 * pilot/pkg/xds/endpoints/mtls_checker.go:tlsModeForDestinationRule}.
 */
public final class EndpointTlsMode {
    private EndpointTlsMode() {}

    /**
     * Reads the mode.
     *
     * @param rule the rule for the host; empty: none
     * @param port service port
     * @param subset name of the subset; empty: none
     * @return the mode; empty: the rule does not say
     */
    public static Optional<ClientTlsMode> of(Optional<MergedDestinationRule> rule, int port, String subset) {
        Optional<TrafficPolicy> policy = subset.isEmpty()
                ? rule.flatMap(MergedDestinationRule::trafficPolicy)
                : rule.flatMap(each -> each.subset(subset))
                        .flatMap(each -> each.subset().trafficPolicy());
        return policy.flatMap(each -> settings(each, port))
                .map(settings -> settings.mode().orElse(ClientTlsMode.DISABLE));
    }

    private static Optional<ClientTlsSettings> settings(TrafficPolicy policy, int port) {
        return policy.portLevelSettings().stream()
                .filter(entry -> PolicyLayer.isFor(entry, port))
                .flatMap(entry -> entry.tls().stream())
                .findFirst()
                .or(policy::tls);
    }
}
