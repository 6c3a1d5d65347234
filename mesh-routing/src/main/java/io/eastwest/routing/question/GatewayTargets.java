package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.envoy.ClientCertificate;
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

    private GatewayTargets() {}

    /** {@return every port of the Services of a gateway} */
    static List<CallTarget> of(MeshRouter one, MeshRouter other, Caller gateway) {
        Set<Integer> ports = new TreeSet<>(ports(one, gateway));
        ports.addAll(ports(other, gateway));
        List<CallTarget> targets = new ArrayList<>();
        for (int port : ports) {
            String name =
                    "gateway " + gateway.cluster() + "/" + gateway.namespace() + "/" + gateway.workload() + ":" + port;
            targets.add(new CallTarget(name, Call.get("http://" + ANYBODY + ":" + port + "/")));
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

    /** {@return whether a gateway may answer calls with a certificate of the client otherwise: no call of this kind can be made} */
    static boolean mayDifferForCertificates(MeshRouter one, MeshRouter other, Caller gateway) {
        return !forCertificates(one, gateway).equals(forCertificates(other, gateway));
    }

    /** {@return what is sent to a gateway for clients that are asked for a certificate} */
    private static List<Object> forCertificates(MeshRouter router, Caller gateway) {
        WorkloadInstance pod = router.workload(gateway);
        ProxyResources resources = router.proxy(MeshPods.id(pod)).resources(ProxyLeg.GATEWAY);
        List<Object> all = new ArrayList<>();
        for (ProxyListener listener : resources.outboundListeners()) {
            for (FilterChain chain : listener.filterChains()) {
                boolean asks = chain.tls()
                        .filter(tls -> tls.clientCertificate() != ClientCertificate.NONE)
                        .isPresent();
                if (asks) {
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
