package io.eastwest.routing.security;

import static io.eastwest.routing.fixture.TwoSidecars.security;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ForwardedFor;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.PathNormalizationLevel;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.Resolution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies on the calls of a sidecar itself: security-ambient.md 3.2, point 8. */
class OutboundPoliciesTest {
    private static String bytes(String policyNamespace, String host, String resolution) {
        TwoSidecars mesh = TwoSidecars.with(
                SmallMesh.istio(
                        "ServiceEntry",
                        "bar/out",
                        "{hosts: ['" + host + "'], ports: [{number: 443, name: tls, protocol: TLS}], resolution: "
                                + resolution + "}"),
                security("AuthorizationPolicy", policyNamespace + "/none", "{}"));
        Connection connection = Connection.builder()
                .sourceAddress("10.0.0.1")
                .destinationAddress("198.51.100.1")
                .destinationPort(443)
                .tls(new TlsClientHello(Optional.of("www.example.com"), List.of()))
                .build();
        Outcome outcome = mesh.router()
                .proxy("c1/bar/web-1")
                .outbound(connection, Optional.empty(), EndpointConditions.HEALTHY, TraceSink.NONE)
                .outcome();
        return outcome.reason().name().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource({
        "bar, *.example.com, DYNAMIC_DNS, rbac_denied",
        "foo, *.example.com, DYNAMIC_DNS, forwarded",
        "bar, www.example.com, DNS, forwarded",
        "bar, *.example.com, NONE, forwarded"
    })
    void countOnNamesThatTheSidecarResolvesAlone(String namespace, String host, String resolution, String expected) {
        assertThat(bytes(namespace, host, resolution)).isEqualTo(expected);
    }

    /** Where one chain of a listener resolves names, the others keep what they have. */
    @Test
    void areNotPutOnChainsThatDoNotResolveNames() {
        AuthorizationPolicy none = (AuthorizationPolicy) ManifestReader.strict()
                .read("policy.yaml", SecuredApp.policy("shop", "none", "{}"))
                .orThrow()
                .get(0)
                .resource();
        HandMadeView view = new HandMadeView()
                .with(Meshes.service("*.example", Resolution.DYNAMIC_DNS).build())
                .with(Meshes.service("*.static", Resolution.CLIENT_SIDE).build())
                .with(none);
        ProxyScope scope = ProxyScopes.of(view, List.of()).scope(Meshes.proxy().build());
        FilterChain resolving = forwarding("resolving", "outbound|443||*.example");
        FilterChain http = FilterChain.builder()
                .name("http")
                .filter(new HttpConnectionManager(
                        "443", Optional.empty(), PathNormalizationLevel.BASE, new ForwardedFor(false, 0), List.of()))
                .build();
        FilterChain split = forwarding("split", "outbound|443||*.example", "outbound|443||*.example");
        FilterChain exact = forwarding("exact", "outbound|443||api.example");
        FilterChain known = forwarding("known", "outbound|443||*.static");
        List<ProxyListener> listeners =
                List.of(listener(http, resolving, split, exact, known), listener(http, split, exact, known));

        List<ProxyListener> guarded = OutboundPolicies.on(listeners, scope, SecurityPolicies.of(view));

        assertThat(SecurityFilters.of(scope).tcp()).hasSize(1);
        assertThat(guarded.get(0).filterChains())
                .extracting(chain -> chain.name() + " " + chain.networkRbac().size())
                .containsExactly("http 0", "resolving 1", "split 0", "exact 0", "known 0");
        assertThat(guarded.get(1)).isSameAs(listeners.get(1));
    }

    private static FilterChain forwarding(String name, String... clusters) {
        List<WeightedCluster> weighted = Stream.of(clusters)
                .map(cluster -> WeightedCluster.of(cluster, 1))
                .toList();
        return FilterChain.builder()
                .name(name)
                .filter(new TcpProxy(weighted, false, List.of()))
                .build();
    }

    private static ProxyListener listener(FilterChain... chains) {
        return ProxyListener.builder()
                .name("0.0.0.0_443")
                .address("0.0.0.0")
                .port(443)
                .addFilterChains(chains)
                .build();
    }
}
