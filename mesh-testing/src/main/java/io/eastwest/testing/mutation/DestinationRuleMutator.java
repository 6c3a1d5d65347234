package io.eastwest.testing.mutation;

import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.model.istio.networking.PortTrafficPolicy;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.TrafficPolicyBase;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Changes of a DestinationRule. */
final class DestinationRuleMutator {
    private final DestinationRule rule;
    private final DestinationRuleSpec spec;
    private final Consumer<Mutation> found;

    private DestinationRuleMutator(DestinationRule rule, Consumer<Mutation> found) {
        this.rule = rule;
        this.spec = rule.spec();
        this.found = found;
    }

    static void add(DestinationRule rule, Consumer<Mutation> found) {
        DestinationRuleMutator mutator = new DestinationRuleMutator(rule, found);
        mutator.addPolicies();
        mutator.addSubsets();
        if (!rule.spec().exportTo().isEmpty()) {
            mutator.add(
                    MutationOperator.DROP_EXPORT,
                    "spec.exportTo",
                    "exportTo is missing",
                    rule.spec().toBuilder().exportTo(List.of()).build());
        }
    }

    /** What is changed of a policy, of whatever it is for. */
    private record Layer(
            Optional<LoadBalancerSettings> balancer,
            Optional<OutlierDetection> ejection,
            Optional<ClientTlsSettings> tls) {
        static Layer of(TrafficPolicyBase policy) {
            return new Layer(policy.loadBalancer(), policy.outlierDetection(), policy.tls());
        }

        TrafficPolicy in(TrafficPolicy policy) {
            return policy.toBuilder()
                    .loadBalancer(balancer)
                    .outlierDetection(ejection)
                    .tls(tls)
                    .build();
        }

        PortTrafficPolicy in(PortTrafficPolicy policy) {
            return policy.toBuilder()
                    .loadBalancer(balancer)
                    .outlierDetection(ejection)
                    .tls(tls)
                    .build();
        }
    }

    private void add(MutationOperator operator, String path, String text, DestinationRuleSpec changed) {
        found.accept(new Mutation(
                operator, path, text, Optional.of(rule.toBuilder().spec(changed).build())));
    }

    private void addPolicies() {
        spec.trafficPolicy()
                .ifPresent(policy -> add(
                        "spec.trafficPolicy",
                        policy,
                        changed -> spec.toBuilder().trafficPolicy(changed).build()));
    }

    private void addSubsets() {
        List<Subset> subsets = spec.subsets();
        for (int i = 0; i < subsets.size(); i++) {
            int index = i;
            Subset subset = subsets.get(i);
            String path = "spec.subsets[" + i + "]";
            add(
                    MutationOperator.DELETE_SUBSET,
                    path,
                    "subset " + subset.name() + " is missing",
                    spec.toBuilder().subsets(Edits.without(subsets, i)).build());
            subset.trafficPolicy()
                    .ifPresent(policy -> add(
                            path + ".trafficPolicy",
                            policy,
                            changed -> spec.toBuilder()
                                    .subsets(Edits.with(
                                            subsets,
                                            index,
                                            subset.toBuilder()
                                                    .trafficPolicy(changed)
                                                    .build()))
                                    .build()));
        }
    }

    private void add(String path, TrafficPolicy policy, Function<Optional<TrafficPolicy>, DestinationRuleSpec> with) {
        add(path, Layer.of(policy), layer -> with.apply(filled(layer.in(policy))));
        List<PortTrafficPolicy> ports = policy.portLevelSettings();
        for (int i = 0; i < ports.size(); i++) {
            int index = i;
            PortTrafficPolicy port = ports.get(i);
            add(
                    MutationOperator.DELETE_RULE,
                    path + ".portLevelSettings[" + i + "]",
                    "the settings of the port are missing",
                    with.apply(filled(policy.toBuilder()
                            .portLevelSettings(Edits.without(ports, i))
                            .build())));
            add(
                    path + ".portLevelSettings[" + i + "]",
                    Layer.of(port),
                    layer -> with.apply(Optional.of(policy.toBuilder()
                            .portLevelSettings(Edits.with(ports, index, layer.in(port)))
                            .build())));
        }
    }

    /** {@return the policy; empty: it says nothing, which is not valid} */
    private static Optional<TrafficPolicy> filled(TrafficPolicy policy) {
        return Optional.of(policy).filter(each -> !each.equals(TrafficPolicy.empty()));
    }

    private void add(String path, Layer layer, Function<Layer, DestinationRuleSpec> with) {
        if (layer.ejection().isPresent()) {
            add(
                    MutationOperator.DROP_OUTLIER_DETECTION,
                    path + ".outlierDetection",
                    "outlierDetection is missing",
                    with.apply(new Layer(layer.balancer(), Optional.empty(), layer.tls())));
        }
        if (layer.tls().isPresent()) {
            add(
                    MutationOperator.DROP_TLS,
                    path + ".tls",
                    "tls is missing",
                    with.apply(new Layer(layer.balancer(), layer.ejection(), Optional.empty())));
        }
        layer.balancer()
                .ifPresent(balancer -> balancer.localityLbSetting()
                        .ifPresent(locality -> add(
                                path + ".loadBalancer.localityLbSetting",
                                locality,
                                changed -> with.apply(new Layer(
                                        Optional.of(balancer.toBuilder()
                                                .localityLbSetting(changed)
                                                .build()),
                                        layer.ejection(),
                                        layer.tls())))));
    }

    private void add(
            String path,
            LocalityLoadBalancerSetting locality,
            Function<Optional<LocalityLoadBalancerSetting>, DestinationRuleSpec> with) {
        MutationOperator operator = MutationOperator.DELETE_LOCALITY_SETTING;
        add(operator, path, "localityLbSetting is missing", with.apply(Optional.empty()));
        for (int i = 0; i < locality.failover().size(); i++) {
            add(
                    operator,
                    path + ".failover[" + i + "]",
                    "the failover is missing",
                    with.apply(Optional.of(locality.toBuilder()
                            .failover(Edits.without(locality.failover(), i))
                            .build())));
        }
        for (int i = 0; i < locality.distribute().size(); i++) {
            add(
                    operator,
                    path + ".distribute[" + i + "]",
                    "the distribution is missing",
                    with.apply(Optional.of(locality.toBuilder()
                            .distribute(Edits.without(locality.distribute(), i))
                            .build())));
        }
        for (int i = 0; i < locality.failoverPriority().size(); i++) {
            add(
                    operator,
                    path + ".failoverPriority[" + i + "]",
                    "the priority is missing",
                    with.apply(Optional.of(locality.toBuilder()
                            .failoverPriority(Edits.without(locality.failoverPriority(), i))
                            .build())));
        }
    }
}
