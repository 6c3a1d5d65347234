package io.eastwest.routing.scope;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.view.MeshProxyBuilder;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** DestinationRules, the oldest first, and what a proxy of a namespace sees of them for one service. */
final class RuleLookup {
    private final HandMadeView view = new HandMadeView();
    private MeshService service =
            Meshes.service(Meshes.HOST, Resolution.CLIENT_SIDE).build();
    private int number;

    RuleLookup rule(String namespace, String spec) {
        return named(namespace, "rule-" + number++, spec);
    }

    RuleLookup named(String namespace, String name, String spec) {
        String text = SmallMesh.istio("DestinationRule", namespace + "/" + name, spec);
        view.with((DestinationRule) ManifestReader.pruning()
                .read("rule.yaml", text)
                .orThrow()
                .get(0)
                .resource());
        return this;
    }

    RuleLookup mesh(MeshConfig config) {
        view.with(config);
        return this;
    }

    RuleLookup service(String host, String namespace) {
        service = Meshes.service(host, Resolution.CLIENT_SIDE)
                .namespace(namespace)
                .build();
        return this;
    }

    MergedDestinationRule rule(String client, String... labels) {
        return find(client, labels).orElseThrow();
    }

    private Optional<MergedDestinationRule> find(String client, String... labels) {
        MeshProxyBuilder proxy = Meshes.proxy().namespace(client);
        for (int i = 0; i < labels.length; i += 2) {
            proxy.putLabel(labels[i], labels[i + 1]);
        }
        return ProxyScopes.of(view, List.of()).scope(proxy.build()).destinationRule(service);
    }

    /** {@return {@code <connection limit>: <subsets>}, {@code -} without limit; none: no rule} */
    String seenBy(String client, String... labels) {
        return find(client, labels).map(RuleLookup::text).orElse("none");
    }

    private static String text(MergedDestinationRule rule) {
        String limit = rule.trafficPolicy()
                .flatMap(policy -> policy.connectionPool())
                .flatMap(pool -> pool.tcp())
                .map(tcp -> Integer.toString(tcp.maxConnections().orElse(0)))
                .orElse("-");
        return limit + ": "
                + rule.subsets().stream().map(each -> each.subset().name()).collect(Collectors.joining(" "));
    }
}
