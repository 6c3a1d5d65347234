package io.eastwest.routing.unmodelled;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.model.gatewayapi.TcpRoute;
import io.eastwest.model.gatewayapi.XBackendTrafficPolicy;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.gatewayapi.GatewayApiRules;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.rules.GatewayServer;
import io.eastwest.routing.rules.MeshGateway;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Kinds and listeners of the Gateway API that an istiod with default settings does not read: TCPRoutes, listeners of protocol TCP and
 * XBackendTrafficPolicies. Answers are those of the default settings.
 */
final class AlphaRoutes implements UnmodelledSource {
    private static final String FLAG = "PILOT_ENABLE_ALPHA_GATEWAY_API";
    private static final String GROUP = "gateway.networking.k8s.io";

    private final ControlPlaneView view;
    private final List<Configured<TcpRoute>> routes;
    private final List<Configured<XBackendTrafficPolicy>> policies;
    private final List<MeshGateway> unserved;
    private final List<MeshGateway> listeners;

    AlphaRoutes(ControlPlaneView view, GatewayApiRules made) {
        this.view = view;
        this.routes = view.configuration(TcpRoute.class);
        this.policies = view.configuration(XBackendTrafficPolicy.class);
        this.unserved = made.unserved();
        this.listeners =
                Stream.concat(made.gateways().stream(), unserved.stream()).toList();
    }

    @Override
    public List<NotModelled> of(UnmodelledCall call) {
        List<NotModelled> found = new ArrayList<>();
        if (call.leg() == ProxyLeg.GATEWAY) {
            unserved.stream()
                    .filter(gateway -> isBound(gateway, call))
                    .flatMap(gateway -> gateway.servers().stream())
                    .map(GatewayServer::origin)
                    .forEach(origin ->
                            found.add(new NotModelled(origin, "is a listener that istiod serves only with " + FLAG)));
        }
        for (Configured<TcpRoute> route : routes) {
            boolean attaches = route.resource().spec().parentRefs().stream()
                    .anyMatch(parent -> reaches(parent, route.namespace(), call));
            if (attaches) {
                found.add(finding(route.resource().key()));
            }
        }
        for (Configured<XBackendTrafficPolicy> policy : policies) {
            boolean targets = policy.resource().spec().targetRefs().stream()
                    .filter(target -> target.kind().equals("Service"))
                    .anyMatch(target -> call.isSentTo(hostname(policy.namespace(), target.name())));
            if (targets) {
                found.add(finding(policy.resource().key()));
            }
        }
        return found;
    }

    private static NotModelled finding(ResourceKey key) {
        return new NotModelled(new Origin(key, ""), "is read by istiod only with " + FLAG);
    }

    private String hostname(String namespace, String name) {
        return name + "." + namespace + ".svc." + view.domainSuffix();
    }

    private boolean reaches(ParentReference parent, String namespace, UnmodelledCall call) {
        String of = parent.namespace().orElse(namespace);
        String kind = parent.kind().orElse("Gateway");
        if (kind.equals("Service") && parent.group().orElse(GROUP).isEmpty()) {
            boolean port = parent.port().orElse(call.port()) == call.port();
            return call.leg() == ProxyLeg.OUTBOUND && port && !call.isHttp() && isDialled(of, parent.name(), call);
        }
        ResourceKey key = ResourceKey.of(parent.group().orElse(GROUP), kind, of, parent.name());
        return call.leg() == ProxyLeg.GATEWAY
                && listeners.stream()
                        .filter(gateway -> gateway.resource().equals(key))
                        .filter(gateway -> gateway.servers().stream()
                                .anyMatch(server ->
                                        server.server().port().protocol().equals("TLS") || unserved.contains(gateway)))
                        .anyMatch(gateway -> isBound(gateway, call));
    }

    private boolean isDialled(String namespace, String name, UnmodelledCall call) {
        return view.servicesByHostname(hostname(namespace, name)).stream()
                .anyMatch(
                        service -> addresses(service).anyMatch(call.connection().destinationAddress()::equals));
    }

    private static Stream<String> addresses(MeshService service) {
        return Stream.concat(
                service.defaultAddresses().stream(),
                service.clusterAddresses().values().stream().flatMap(List::stream));
    }

    /** Whether a listener is on the port of a call to a pod of its Gateway. */
    private boolean isBound(MeshGateway gateway, UnmodelledCall call) {
        return view.serviceTargets(call.proxy()).stream()
                .filter(target ->
                        gateway.gatewayServices().contains(target.service().hostname())
                                && target.service().namespace().equals(gateway.serviceNamespace()))
                .filter(target -> gateway.servers().stream()
                        .anyMatch(server ->
                                server.server().port().number() == target.port().number()))
                .anyMatch(target -> target.workloadPort() == call.port());
    }
}
