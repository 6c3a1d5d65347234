package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.cluster.ClusterFactory;
import io.eastwest.routing.cluster.ClusterInputs;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.gatewayapi.GatewayApiRules;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.rules.MeshRules;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshViews;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedClustersTest {
    private static final int RECORDED_CLUSTERS = 1900;

    private final List<String> differing = new ArrayList<>();
    private int compared;

    @Test
    void clustersAreThoseThatIstiodSends() {
        ParityCases.recorded().forEach(this::compare);

        assertThat(differing).isEmpty();
        assertThat(compared).isGreaterThan(RECORDED_CLUSTERS);
    }

    private void compare(ParityCase parityCase) {
        MeshViews views = MeshViews.of(MeshOfCase.read(parityCase).snapshot());
        Map<String, ProxyScopes> scopes = new LinkedHashMap<>();
        for (ParityCall call : parityCase.calls()) {
            JsonNode recorded = parityCase.recorded().get(call.id());
            if (recorded == null || parityCase.isChance(call)) {
                continue;
            }
            String cluster = call.proxy().substring(0, call.proxy().indexOf('/'));
            ControlPlaneView view = views.view(cluster);
            ProxyScopes known = scopes.computeIfAbsent(view.cluster(), key -> scopes(view));
            ClusterInputs inputs = ClusterInputs.of(view);
            for (JsonNode expected : recorded.at("/config/clusters")) {
                compared++;
                Differences differences = new Differences();
                try {
                    compare(expected, call, view, known, inputs, differences);
                } catch (RuntimeException failure) {
                    differences.add("cluster", "a cluster", failure);
                }
                if (!differences.found().isEmpty()) {
                    differing.add(parityCase.id() + " " + call.id() + " " + differences.found());
                }
            }
        }
    }

    private static ProxyScopes scopes(ControlPlaneView view) {
        GatewayApiRules made = GatewayApiRules.of(view);
        List<MeshVirtualService> virtualServices =
                new ArrayList<>(MeshRules.of(view).virtualServices());
        virtualServices.addAll(made.virtualServices());
        return ProxyScopes.of(view, virtualServices, made.destinationRules());
    }

    private static void compare(
            JsonNode expected,
            ParityCall call,
            ControlPlaneView view,
            ProxyScopes scopes,
            ClusterInputs inputs,
            Differences differences) {
        String name = expected.path("name").asText();
        MeshProxy.Kind kind = call.leg() == ProxyLeg.GATEWAY ? MeshProxy.Kind.ROUTER : MeshProxy.Kind.SIDECAR;
        MeshProxy proxy = view.proxy(call.proxy(), kind).orElseThrow();
        Optional<Cluster> cluster =
                ClusterFactory.of(scopes.scope(proxy), inputs).cluster(name);
        if (cluster.isEmpty()) {
            differences.add(name, "a cluster", "nothing");
        } else {
            ConfigComparison.cluster(expected, cluster.get(), differences);
        }
    }
}
