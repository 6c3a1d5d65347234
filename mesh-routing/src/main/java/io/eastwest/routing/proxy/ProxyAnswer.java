package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.DownstreamTls;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What one proxy does with one call: how it finds the rule, the possible outcomes with exact shares, and what the upstream and the client see. The shares of the outcomes sum to one. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface ProxyAnswer {
    /** {@return listener; empty: no listener takes the connection} */
    Optional<String> listener();

    /** {@return filter chain; empty: none takes the connection} */
    Optional<String> filterChain();

    /** {@return how the TLS of the connection ends here; empty: there is none, or it passes} */
    Optional<DownstreamTls> tls();

    /** {@return route configuration; empty for TCP or where the call never got that far} */
    Optional<String> routeConfiguration();

    /** {@return virtual host} */
    Optional<String> virtualHost();

    /** {@return the route taken} */
    Optional<ProxyRoute> route();

    /** {@return possible outcomes with their shares, in the order forwarded, direct, redirected, refused} */
    List<Outcome> outcomes();

    /** {@return clusters that are chosen, in the order of the route} */
    List<ClusterShare> clusters();

    /** {@return endpoints that get the call, with exact shares; they sum to the share of the forwarded outcomes} */
    List<TargetShare> endpoints();

    /** {@return clusters that get copies, with the share of requests that are copied} */
    List<ClusterShare> mirrors();

    /** {@return what the proxy itself adds or answers; for forwarded calls per cluster in {@link #upstreamRequests()}} */
    Optional<ClientResponse> response();

    /** {@return what each chosen cluster sees} */
    List<UpstreamRequest> upstreamRequests();

    /** {@return behaviour of this call that is not modelled, and settings that nothing comes of, one line each} */
    List<String> findings();

    /** {@return resources on the way of this call that are not modelled and may change the answer; each is told in {@link #findings()} too} */
    List<NotModelled> notModelled();

    /** {@return the outcome with the first place in the order of outcomes} */
    default Outcome outcome() {
        return outcomes().get(0);
    }

    /** {@return a builder that starts from this value} */
    default ProxyAnswerBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ProxyAnswerBuilder builder() {
        return new ProxyAnswerBuilder();
    }
}
