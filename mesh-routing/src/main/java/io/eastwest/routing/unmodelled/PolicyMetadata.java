package io.eastwest.routing.unmodelled;

import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationCondition;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.security.PolicyAttachment;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.List;

/** AuthorizationPolicies that look at metadata which other filters of a proxy leave; it is taken as absent. */
final class PolicyMetadata implements UnmodelledSource {
    private static final String KEY = "experimental.envoy.filters.";

    private final ControlPlaneView view;
    private final List<Configured<AuthorizationPolicy>> policies;

    PolicyMetadata(ControlPlaneView view) {
        this.view = view;
        this.policies = view.configuration(AuthorizationPolicy.class).stream()
                .filter(policy -> policy.resource().spec().actionOrDefault() != AuthorizationAction.AUDIT)
                .filter(policy -> policy.resource().spec().rules().stream()
                        .flatMap(rule -> rule.when().stream())
                        .anyMatch(PolicyMetadata::isMetadata))
                .toList();
    }

    private static boolean isMetadata(AuthorizationCondition condition) {
        return condition.key().startsWith(KEY) && condition.key().indexOf('[') > 0;
    }

    @Override
    public List<NotModelled> of(UnmodelledCall call) {
        if (policies.isEmpty() || call.leg() == ProxyLeg.OUTBOUND) {
            return List.of();
        }
        List<PolicyAttachment> attachments = call.attachments(view);
        List<NotModelled> found = new ArrayList<>();
        for (Configured<AuthorizationPolicy> policy : policies) {
            if (call.isNear(policy.namespace(), view)
                    && attachments.stream()
                            .anyMatch(own -> own.attaches(
                                    policy.namespace(), policy.resource().spec()))) {
                add(policy, found);
            }
        }
        return found;
    }

    private static void add(Configured<AuthorizationPolicy> policy, List<NotModelled> found) {
        List<AuthorizationRule> rules = policy.resource().spec().rules();
        for (int i = 0; i < rules.size(); i++) {
            List<AuthorizationCondition> when = rules.get(i).when();
            for (int j = 0; j < when.size(); j++) {
                if (isMetadata(when.get(j))) {
                    found.add(new NotModelled(
                            new Origin(policy.resource().key(), "spec.rules[" + i + "].when[" + j + "]"),
                            "looks at metadata of other filters, which is taken as absent"));
                }
            }
        }
    }
}
