package io.eastwest.routing.unmodelled;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.UnknownResource;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Kubernetes kinds that no part of this library reads: Ingresses, of which istiod makes routes, and NetworkPolicies. */
final class ForeignObjects implements UnmodelledSource {
    private static final String GROUP = "networking.k8s.io";
    private static final String INGRESS_CLASS = "kubernetes.io/ingress.class";
    private static final String DEFAULT_CLASS = "istio";
    private static final String DEFAULT_SELECTOR = "ingressgateway";

    private final List<UnknownResource> ingresses = new ArrayList<>();
    private final List<NetworkPolicy> policies = new ArrayList<>();
    private final String selector;

    private record NetworkPolicy(UnknownResource resource, JsonNode spec) {}

    ForeignObjects(ControlPlaneView view) {
        String ingressClass =
                view.meshConfig().ingressClass().filter(name -> !name.isEmpty()).orElse(DEFAULT_CLASS);
        this.selector = view.meshConfig()
                .ingressSelector()
                .filter(name -> !name.isEmpty())
                .orElse(DEFAULT_SELECTOR);
        for (Configured<UnknownResource> each : view.configuration(UnknownResource.class)) {
            UnknownResource resource = each.resource();
            if (resource.group().equals(GROUP) && resource.kind().equals("Ingress")) {
                String given =
                        resource.content().path("spec").path("ingressClassName").asText("");
                String annotated = resource.metadata().annotations().getOrDefault(INGRESS_CLASS, given);
                if (annotated.equals(ingressClass)) {
                    ingresses.add(resource);
                }
            } else if (resource.group().equals(GROUP) && resource.kind().equals("NetworkPolicy")) {
                policies.add(new NetworkPolicy(resource, resource.content().path("spec")));
            }
        }
    }

    @Override
    public List<NotModelled> of(UnmodelledCall call) {
        List<NotModelled> found = new ArrayList<>();
        if (call.leg() == ProxyLeg.GATEWAY
                && selector.equals(call.proxy().labels().get("istio"))) {
            ingresses.forEach(each -> found.add(finding(each, "may add routes to this gateway")));
        }
        for (NetworkPolicy policy : policies) {
            if (policy.resource()
                            .metadata()
                            .namespaceOrDefault()
                            .equals(call.proxy().namespace())
                    && selects(policy.spec().path("podSelector"), call.proxy().labels())
                    && isFor(policy.spec(), call.leg())) {
                found.add(finding(policy.resource(), "may keep this connection from the pod"));
            }
        }
        return found;
    }

    /** Expressions count as met. */
    private static boolean selects(JsonNode podSelector, Map<String, String> labels) {
        return StreamSupport.stream(podSelector.path("matchLabels").properties().spliterator(), false)
                .allMatch(label -> label.getValue().asText().equals(labels.get(label.getKey())));
    }

    private static boolean isFor(JsonNode spec, ProxyLeg leg) {
        String wanted = leg == ProxyLeg.OUTBOUND ? "Egress" : "Ingress";
        JsonNode types = spec.path("policyTypes");
        if (types.isEmpty()) {
            return leg != ProxyLeg.OUTBOUND || spec.has("egress");
        }
        return StreamSupport.stream(types.spliterator(), false)
                .anyMatch(type -> type.asText().equals(wanted));
    }

    private static NotModelled finding(UnknownResource resource, String effect) {
        return new NotModelled(new Origin(resource.key(), ""), effect);
    }
}
