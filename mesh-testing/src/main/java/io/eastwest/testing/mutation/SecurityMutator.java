package io.eastwest.testing.mutation;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationPolicySpec;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.PeerAuthenticationSpec;
import io.eastwest.model.istio.security.PeerMutualTls;
import io.eastwest.model.istio.security.PortLevelMutualTls;
import io.eastwest.model.istio.security.RequestAuthentication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes of the policies that say who may call. */
final class SecurityMutator {
    private final Consumer<Mutation> found;

    SecurityMutator(Consumer<Mutation> found) {
        this.found = found;
    }

    private void add(MutationOperator operator, String path, String text, MeshResource changed) {
        found.accept(new Mutation(operator, path, text, Optional.of(changed)));
    }

    void add(AuthorizationPolicy policy) {
        AuthorizationPolicySpec spec = policy.spec();
        for (int i = 0; i < spec.rules().size(); i++) {
            String path = "spec.rules[" + i + "]";
            add(
                    MutationOperator.DELETE_RULE,
                    path,
                    "the rule is missing",
                    with(policy, Edits.without(spec.rules(), i)));
            addConditions(policy, i, path);
        }
        AuthorizationAction action = spec.actionOrDefault();
        if (action == AuthorizationAction.ALLOW || action == AuthorizationAction.DENY) {
            AuthorizationAction other =
                    action == AuthorizationAction.ALLOW ? AuthorizationAction.DENY : AuthorizationAction.ALLOW;
            add(
                    MutationOperator.FLIP_ACTION,
                    "spec.action",
                    "the action is " + other,
                    policy.toBuilder()
                            .spec(spec.toBuilder().action(other).build())
                            .build());
        }
    }

    private static AuthorizationPolicy with(AuthorizationPolicy policy, List<AuthorizationRule> rules) {
        return policy.toBuilder()
                .spec(policy.spec().toBuilder().rules(rules).build())
                .build();
    }

    /** Where all of a list is missing, anything meets it; where one of it is missing, less does. */
    private void addConditions(AuthorizationPolicy policy, int index, String path) {
        List<AuthorizationRule> rules = policy.spec().rules();
        AuthorizationRule rule = rules.get(index);
        if (!rule.from().isEmpty()) {
            drop(policy, index, path + ".from", rule.toBuilder().from(List.of()).build());
        }
        if (!rule.to().isEmpty()) {
            drop(policy, index, path + ".to", rule.toBuilder().to(List.of()).build());
        }
        for (int i = 0; i < rule.when().size(); i++) {
            drop(
                    policy,
                    index,
                    path + ".when[" + i + "]",
                    rule.toBuilder().when(Edits.without(rule.when(), i)).build());
        }
        for (int i = 0; i < rule.from().size() && rule.from().size() > 1; i++) {
            add(
                    MutationOperator.DELETE_MATCH,
                    path + ".from[" + i + "]",
                    "the source is missing",
                    with(
                            policy,
                            Edits.with(
                                    rules,
                                    index,
                                    rule.toBuilder()
                                            .from(Edits.without(rule.from(), i))
                                            .build())));
        }
        for (int i = 0; i < rule.to().size() && rule.to().size() > 1; i++) {
            add(
                    MutationOperator.DELETE_MATCH,
                    path + ".to[" + i + "]",
                    "the operation is missing",
                    with(
                            policy,
                            Edits.with(
                                    rules,
                                    index,
                                    rule.toBuilder()
                                            .to(Edits.without(rule.to(), i))
                                            .build())));
        }
    }

    private void drop(AuthorizationPolicy policy, int index, String path, AuthorizationRule changed) {
        add(
                MutationOperator.DROP_CONDITION,
                path,
                "the condition is missing",
                with(policy, Edits.with(policy.spec().rules(), index, changed)));
    }

    void add(PeerAuthentication policy) {
        PeerAuthenticationSpec spec = policy.spec();
        spec.mtls().ifPresent(mode -> {
            if (mode.modeOrUnset() != MutualTlsMode.UNSET) {
                PeerMutualTls other = flipped(mode);
                add(
                        MutationOperator.FLIP_MUTUAL_TLS,
                        "spec.mtls",
                        "the mode is " + other.modeOrUnset(),
                        policy.toBuilder()
                                .spec(spec.toBuilder().mtls(other).build())
                                .build());
            }
        });
        spec.portLevelMtls()
                .ifPresent(levels -> levels.ports().forEach((port, mode) -> {
                    PeerMutualTls other = flipped(mode);
                    Map<Integer, PeerMutualTls> ports = new LinkedHashMap<>(levels.ports());
                    ports.put(port, other);
                    add(
                            MutationOperator.FLIP_MUTUAL_TLS,
                            "spec.portLevelMtls[\"" + port + "\"]",
                            "the mode is " + other.modeOrUnset(),
                            policy.toBuilder()
                                    .spec(spec.toBuilder()
                                            .portLevelMtls(new PortLevelMutualTls(ports))
                                            .build())
                                    .build());
                }));
    }

    private static PeerMutualTls flipped(PeerMutualTls mode) {
        return PeerMutualTls.of(
                mode.modeOrUnset() == MutualTlsMode.STRICT ? MutualTlsMode.PERMISSIVE : MutualTlsMode.STRICT);
    }

    void add(RequestAuthentication policy) {
        for (int i = 0; i < policy.spec().jwtRules().size(); i++) {
            add(
                    MutationOperator.DELETE_RULE,
                    "spec.jwtRules[" + i + "]",
                    "the rule is missing",
                    policy.toBuilder()
                            .spec(policy.spec().toBuilder()
                                    .jwtRules(Edits.without(policy.spec().jwtRules(), i))
                                    .build())
                            .build());
        }
    }
}
