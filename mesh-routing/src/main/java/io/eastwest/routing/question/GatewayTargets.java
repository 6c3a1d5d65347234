package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What calls from outside may call at a gateway. */
final class GatewayTargets {
    private static final String ANYBODY = "client.example";
    private static final String PASSED_BY_NAME = "outbound_";

    private GatewayTargets() {}

    /** {@return every port of the Services of a gateway, for HTTP and for other bytes} */
    static List<CallTarget> of(MeshRouter one, MeshRouter other, Caller gateway) {
        Set<Integer> ports = new TreeSet<>(ports(one, gateway));
        ports.addAll(ports(other, gateway));
        List<CallTarget> targets = new ArrayList<>();
        for (int port : ports) {
            String name =
                    "gateway " + gateway.cluster() + "/" + gateway.namespace() + "/" + gateway.workload() + ":" + port;
            targets.add(new CallTarget(name, Call.get("http://" + ANYBODY + ":" + port + "/")));
            targets.add(new CallTarget(name + " without HTTP", Call.tcp(ANYBODY, port)));
        }
        return targets;
    }

    private static List<Integer> ports(MeshRouter router, Caller gateway) {
        String id = id(gateway);
        var view = router.view(gateway.cluster());
        return view.proxy(id, MeshProxy.Kind.ROUTER).stream()
                .flatMap(proxy -> view.serviceTargets(proxy).stream())
                .map(target -> target.port().number())
                .toList();
    }

    private static String id(Caller gateway) {
        return gateway.cluster() + "/" + gateway.namespace() + "/" + gateway.workload();
    }

    /** {@return whether the meshes may answer calls in TLS otherwise: no call of this kind can be made} */
    static boolean mayDifferInTls(MeshRouter one, MeshRouter other, Caller caller) {
        ProxyLeg leg = caller.outside() ? ProxyLeg.GATEWAY : ProxyLeg.OUTBOUND;
        boolean proxied = caller.outside()
                || (one.workload(caller).sidecar() && other.workload(caller).sidecar());
        return proxied && !tls(one, caller, leg).equals(tls(other, caller, leg));
    }

    /** {@return what is sent to a proxy for clients that speak TLS; not what other proxies of the mesh pass through} */
    private static List<Object> tls(MeshRouter router, Caller caller, ProxyLeg leg) {
        WorkloadInstance pod = router.workload(caller);
        ProxyResources resources = router.proxy(MeshPods.id(pod)).resources(leg);
        List<Object> all = new ArrayList<>();
        for (ProxyListener listener : resources.outboundListeners()) {
            for (FilterChain chain : listener.filterChains()) {
                boolean named = chain.match().serverNames().stream().anyMatch(name -> !name.startsWith(PASSED_BY_NAME));
                if (chain.tls().isPresent() || named) {
                    all.add(chain);
                    add(chain, resources, all);
                }
            }
        }
        return all;
    }

    private static void add(FilterChain chain, ProxyResources resources, List<Object> all) {
        Stream<WeightedCluster> clusters = Stream.empty();
        if (chain.filter() instanceof TcpProxy proxy) {
            clusters = proxy.clusters().stream();
        } else if (chain.filter() instanceof HttpConnectionManager manager) {
            Optional<RouteConfiguration> routes =
                    manager.inlineRoutes().or(() -> resources.routeConfiguration(manager.routeConfiguration()));
            routes.ifPresent(all::add);
            clusters = routes.stream()
                    .flatMap(each -> each.virtualHosts().stream())
                    .flatMap(host -> host.routes().stream())
                    .map(ProxyRoute::action)
                    .filter(ForwardAction.class::isInstance)
                    .flatMap(action -> ((ForwardAction) action).clusters().stream());
        }
        clusters.map(WeightedCluster::cluster).distinct().forEach(name -> all.add(resources.cluster(name)));
    }
}
