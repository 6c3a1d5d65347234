package io.eastwest.render.intent;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Settings and subsets of a host on one control plane, beside the rules of the host that are there already. Istio merges the rules
 * of a namespace that are exported alike: all subsets count, and the first policy alone does; so a policy is filled in where one
 * is. Mirrors istio 1.30.3 {@code pilot/pkg/model/destination_rule.go:mergeDestinationRule}.
 */
final class HostRules {
    private static final List<String> EVERYWHERE = List.of("*");

    private final ControlPlaneView view;
    private final MeshService service;

    HostRules(ControlPlaneView view, MeshService service) {
        this.view = view;
        this.service = service;
    }

    /** {@return what must be applied so that all callers have these subsets and this policy} */
    List<MeshResource> with(String suffix, List<Subset> subsets, TrafficPolicy wanted) {
        String name = service.name() + "-" + suffix;
        Optional<DestinationRule> own =
                rules(rule -> rule.metadata().name().equals(name)).stream().findFirst();
        List<DestinationRule> others = rules(rule -> !rule.metadata().name().equals(name));
        Optional<TrafficPolicy> held = own.flatMap(rule -> rule.spec().trafficPolicy());
        TrafficPolicy policy = held.map(policyHeld -> over(wanted, policyHeld)).orElse(wanted);
        Optional<DestinationRule> holder = others.stream()
                .filter(rule -> rule.spec().trafficPolicy().isPresent())
                .findFirst();
        List<Subset> missing =
                subsets.stream().filter(subset -> isMissing(subset, others)).toList();

        List<MeshResource> applied = new ArrayList<>();
        holder.map(rule -> filled(rule, policy))
                .filter(rule -> !rule.equals(holder.get()))
                .ifPresent(applied::add);
        if (holder.isEmpty() || !missing.isEmpty()) {
            DestinationRuleSpec spec = DestinationRuleSpec.builder()
                    .host(service.hostname())
                    .trafficPolicy(holder.isEmpty() ? Optional.of(policy) : Optional.empty())
                    .subsets(missing)
                    .exportTo(exportTo(others))
                    .build();
            ObjectMeta metadata =
                    own.map(DestinationRule::metadata).orElseGet(() -> ObjectMeta.of(service.namespace(), name));
            applied.add(DestinationRule.builder().metadata(metadata).spec(spec).build());
        }
        return applied;
    }

    /** {@return rules of the host in the namespace of the service, for all its callers, in the order of istiod} */
    private List<DestinationRule> rules(Predicate<DestinationRule> wanted) {
        return view.configuration(DestinationRule.class).stream()
                .filter(rule -> rule.namespace().equals(service.namespace()))
                .map(Configured::resource)
                .filter(rule -> rule.spec().workloadSelector().isEmpty()
                        && HostRoutes.full(rule.spec().host(), service.namespace(), view)
                                .equals(service.hostname()))
                .filter(wanted)
                .toList();
    }

    private boolean isMissing(Subset subset, List<DestinationRule> others) {
        for (DestinationRule rule : others) {
            Optional<Subset> held = rule.spec().subset(subset.name());
            if (held.isPresent()) {
                if (!held.get().labels().equals(subset.labels())) {
                    throw new IllegalArgumentException(named(rule) + " has a subset \"" + subset.name() + "\" of "
                            + held.get().labels() + ", but one of " + subset.labels()
                            + " is wanted; rename one of them");
                }
                return false;
            }
        }
        return true;
    }

    /** {@return namespaces that see a rule which Istio merges with the others} */
    private List<String> exportTo(List<DestinationRule> others) {
        if (others.isEmpty()) {
            return EVERYWHERE;
        }
        List<String> exportTo = others.get(0).spec().exportTo();
        for (DestinationRule rule : others) {
            List<String> exported = rule.spec().exportTo();
            boolean hidden = exported.isEmpty()
                    ? view.meshConfig().defaultDestinationRuleExportTo().contains(".")
                    : !exported.contains("*");
            if (hidden || !exported.equals(exportTo)) {
                throw new IllegalArgumentException(named(rule) + " is exported to " + exported
                        + ", so what is added would not be merged with it for every caller and gateway; export all rules of the"
                        + " host to [*]");
            }
        }
        return exportTo;
    }

    private DestinationRule filled(DestinationRule rule, TrafficPolicy wanted) {
        TrafficPolicy held = rule.spec().trafficPolicy().orElseThrow();
        TrafficPolicy policy = held.toBuilder()
                .outlierDetection(held.outlierDetection().or(wanted::outlierDetection))
                .loadBalancer(
                        wanted.loadBalancer().isEmpty()
                                ? held.loadBalancer()
                                : Optional.of(balanced(
                                        rule, held, wanted.loadBalancer().get())))
                .build();
        return rule.toBuilder()
                .spec(rule.spec().toBuilder().trafficPolicy(policy).build())
                .build();
    }

    /** {@return how endpoints are chosen, with localities as wanted where nothing is said about them} */
    private LoadBalancerSettings balanced(DestinationRule rule, TrafficPolicy held, LoadBalancerSettings wanted) {
        LoadBalancerSettings settings = held.loadBalancer().orElse(wanted);
        if (settings.localityLbSetting().isEmpty()) {
            return settings.toBuilder()
                    .localityLbSetting(wanted.localityLbSetting())
                    .build();
        }
        if (!settings.localityLbSetting().equals(wanted.localityLbSetting())) {
            throw new IllegalArgumentException(named(rule)
                    + " says something else about localities of the host, and one rule alone can; remove its"
                    + " localityLbSetting or leave the intent out");
        }
        return settings;
    }

    /** {@return the policy that an own rule had, with what is wanted now} */
    private static TrafficPolicy over(TrafficPolicy wanted, TrafficPolicy held) {
        return held.toBuilder()
                .loadBalancer(wanted.loadBalancer().or(held::loadBalancer))
                .outlierDetection(held.outlierDetection().or(wanted::outlierDetection))
                .build();
    }

    private String named(DestinationRule rule) {
        return "DestinationRule " + service.namespace() + "/" + rule.metadata().name() + " of cluster \""
                + view.cluster() + "\"";
    }
}
