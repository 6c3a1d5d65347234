package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.ConsistentHash;
import io.eastwest.model.istio.networking.CookieAttribute;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.TrafficPolicyBase;
import io.eastwest.routing.envoy.HashPolicy;
import io.eastwest.routing.scope.MergedDestinationRule;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshService;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the routes to a destination hash. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/route/route.go:HashForHTTPDestination, hashForService}.
 */
public final class HashPolicies {
    private HashPolicies() {}

    /** The setting for a destination of a rule: subset before top level, port entries only when it names a port. */
    static Optional<ConsistentHash> of(ProxyScope scope, Destination destination) {
        Optional<MergedDestinationRule> rule = scope.service(destination.host()).flatMap(scope::destinationRule);
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt port =
                destination.port().isPresent() ? destination.port().get().number() : OptionalInt.empty();
        Optional<TrafficPolicy> subset = rule.get()
                .subset(destination.subset().orElse(""))
                .flatMap(each -> each.subset().trafficPolicy());
        Optional<TrafficPolicy> top = rule.get().trafficPolicy();
        return ofPort(subset, port)
                .or(() -> subset.flatMap(HashPolicies::of))
                .or(() -> ofPort(top, port))
                .or(() -> top.flatMap(HashPolicies::of));
    }

    /**
     * The setting for the default route of a service.
     *
     * @param scope what the proxy sees
     * @param service the service
     * @param port its port
     * @return the setting; empty: none
     */
    public static Optional<ConsistentHash> ofService(ProxyScope scope, MeshService service, int port) {
        Optional<TrafficPolicy> top = scope.destinationRule(service).flatMap(MergedDestinationRule::trafficPolicy);
        return ofPort(top, OptionalInt.of(port)).or(() -> top.flatMap(HashPolicies::of));
    }

    /**
     * Envoy's form of a setting.
     *
     * @param hash the setting
     * @return what is hashed; empty when the setting names no key
     */
    public static Optional<HashPolicy> toHashPolicy(ConsistentHash hash) {
        if (hash.httpHeaderName().isPresent()) {
            return hash.httpHeaderName().map(HashPolicy.OfHeader::new);
        }
        if (hash.httpCookie().isPresent()) {
            return hash.httpCookie()
                    .map(cookie -> new HashPolicy.OfCookie(
                            cookie.name(),
                            cookie.path().filter(path -> !path.isEmpty()),
                            cookie.ttl(),
                            cookie.attributes().stream().map(HashPolicies::text).toList()));
        }
        if (hash.useSourceIp().isPresent()) {
            return hash.useSourceIp().filter(use -> use).map(use -> new HashPolicy.OfSourceIp());
        }
        return hash.httpQueryParameterName().map(HashPolicy.OfQueryParameter::new);
    }

    private static String text(CookieAttribute attribute) {
        return attribute
                .value()
                .filter(value -> !value.isEmpty())
                .map(value -> attribute.name() + "=" + value)
                .orElseGet(attribute::name);
    }

    private static Optional<ConsistentHash> ofPort(Optional<TrafficPolicy> policy, OptionalInt port) {
        if (policy.isEmpty() || port.isEmpty()) {
            return Optional.empty();
        }
        return policy.get().portLevelSettings().stream()
                .filter(each -> each.port()
                                .flatMap(selector -> boxed(selector.number()))
                                .orElse(0)
                        == port.getAsInt())
                .findFirst()
                .flatMap(HashPolicies::of);
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private static Optional<ConsistentHash> of(TrafficPolicyBase policy) {
        return policy.loadBalancer().flatMap(LoadBalancerSettings::consistentHash);
    }
}
