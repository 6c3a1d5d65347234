package io.eastwest.testing.coverage;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationPolicySpec;
import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.PeerAuthenticationSpec;
import io.eastwest.model.istio.security.PeerMutualTls;
import io.eastwest.model.istio.security.RequestAuthentication;
import java.util.List;

/** The parts of resources that say how calls are sent, secured and admitted. */
final class PolicyRules {
    private final RuleInventory.Section section;

    private PolicyRules(RuleInventory.Section section) {
        this.section = section;
    }

    static void add(MeshResource resource, RuleInventory.Section section) {
        PolicyRules rules = new PolicyRules(section);
        if (resource instanceof DestinationRule rule) {
            rules.add(rule.spec());
        } else if (resource instanceof AuthorizationPolicy policy) {
            rules.add(policy.spec());
        } else if (resource instanceof PeerAuthentication policy) {
            rules.add(policy.spec());
        } else if (resource instanceof RequestAuthentication policy) {
            for (int i = 0; i < policy.spec().jwtRules().size(); i++) {
                section.add(RuleKind.TOKEN_RULE, "spec.jwtRules[" + i + "]");
            }
        }
    }

    private void add(DestinationRuleSpec spec) {
        spec.trafficPolicy().ifPresent(policy -> add(policy, "spec.trafficPolicy"));
        for (int i = 0; i < spec.subsets().size(); i++) {
            String path = "spec.subsets[" + i + "]";
            section.add(RuleKind.SUBSET, path);
            spec.subsets().get(i).trafficPolicy().ifPresent(policy -> add(policy, path + ".trafficPolicy"));
        }
    }

    private void add(TrafficPolicy policy, String path) {
        TrafficPolicy own = policy.toBuilder().portLevelSettings(List.of()).build();
        if (!own.equals(TrafficPolicy.empty())) {
            section.add(RuleKind.TRAFFIC_POLICY, path);
        }
        for (int i = 0; i < policy.portLevelSettings().size(); i++) {
            section.add(RuleKind.TRAFFIC_POLICY, path + ".portLevelSettings[" + i + "]");
        }
    }

    private void add(AuthorizationPolicySpec spec) {
        for (int i = 0; i < spec.rules().size(); i++) {
            section.add(RuleKind.AUTHORIZATION_RULE, "spec.rules[" + i + "]");
        }
        if (spec.rules().isEmpty()) {
            boolean allows = spec.actionOrDefault() == AuthorizationAction.ALLOW;
            section.add(RuleKind.AUTHORIZATION_RULE, "spec", allows ? "" : "it has no rules, so it does nothing");
        }
    }

    private void add(PeerAuthenticationSpec spec) {
        if (isSet(spec.mtls().map(PeerMutualTls::modeOrUnset).orElse(MutualTlsMode.UNSET))) {
            section.add(RuleKind.PEER_AUTHENTICATION, "spec.mtls");
        }
        spec.portLevelMtls()
                .ifPresent(levels -> levels.ports().forEach((port, level) -> {
                    if (isSet(level.modeOrUnset())) {
                        section.add(RuleKind.PEER_AUTHENTICATION, "spec.portLevelMtls[\"" + port + "\"]");
                    }
                }));
    }

    private static boolean isSet(MutualTlsMode mode) {
        return mode != MutualTlsMode.UNSET;
    }
}
