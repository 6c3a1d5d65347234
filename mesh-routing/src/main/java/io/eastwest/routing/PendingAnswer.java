package io.eastwest.routing;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.DownstreamTls;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.proxy.ClientResponse;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.proxy.UpstreamRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the first proxy, asked for when somebody looks at it. It stands inside of a {@link Decision} only, which gives out
 * the answer itself.
 */
final class PendingAnswer implements ProxyAnswer {
    private final Passage passage;
    private final Optional<HttpRequest> request;
    private volatile @Nullable ProxyAnswer answer;

    PendingAnswer(Passage passage, Optional<HttpRequest> request) {
        this.passage = passage;
        this.request = request;
    }

    ProxyAnswer answer() {
        ProxyAnswer known = answer;
        if (known == null) {
            known = passage.firstLeg(request);
            answer = known;
        }
        return known;
    }

    @Override
    public Optional<String> listener() {
        return answer().listener();
    }

    @Override
    public Optional<String> filterChain() {
        return answer().filterChain();
    }

    @Override
    public Optional<DownstreamTls> tls() {
        return answer().tls();
    }

    @Override
    public Optional<String> routeConfiguration() {
        return answer().routeConfiguration();
    }

    @Override
    public Optional<String> virtualHost() {
        return answer().virtualHost();
    }

    @Override
    public Optional<ProxyRoute> route() {
        return answer().route();
    }

    @Override
    public List<Outcome> outcomes() {
        return answer().outcomes();
    }

    @Override
    public List<ClusterShare> clusters() {
        return answer().clusters();
    }

    @Override
    public List<TargetShare> endpoints() {
        return answer().endpoints();
    }

    @Override
    public List<ClusterShare> mirrors() {
        return answer().mirrors();
    }

    @Override
    public Optional<ClientResponse> response() {
        return answer().response();
    }

    @Override
    public List<UpstreamRequest> upstreamRequests() {
        return answer().upstreamRequests();
    }

    @Override
    public List<String> findings() {
        return answer().findings();
    }

    @Override
    public List<NotModelled> notModelled() {
        return answer().notModelled();
    }

    @Override
    public String toString() {
        return answer().toString();
    }
}
