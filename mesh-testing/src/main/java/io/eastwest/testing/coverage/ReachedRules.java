package io.eastwest.testing.coverage;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.Explanation;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.trace.TraceStep;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the steps of calls which rules they reached. Not thread-safe. */
final class ReachedRules {
    private static final Pattern RULE = Pattern.compile("(spec\\.(?:http|tls|tcp|rules)\\[\\d+])(?:\\..*)?");
    private static final String PEER_AUTHENTICATION = "PeerAuthentication";
    private static final String AUTHORIZATION_POLICY = "AuthorizationPolicy";

    private final MeshRouter router;
    private final RuleInventory inventory;
    private final EffectivePolicies policies;

    ReachedRules(MeshRouter router, RuleInventory inventory) {
        this.router = router;
        this.inventory = inventory;
        this.policies = new EffectivePolicies(router);
    }

    /** {@return the rules that one call reached, each once} */
    Set<RuleId> of(Explanation explanation) {
        Walk walk = new Walk();
        explanation.steps().forEach(walk::step);
        walk.reached.removeIf(id -> !inventory.holds(id));
        return walk.reached;
    }

    /** The steps of one call, in their order. */
    private final class Walk {
        private final Set<RuleId> reached = new LinkedHashSet<>();
        private List<RuleId> destinations = List.of();
        private int chosen;

        void step(TraceStep step) {
            switch (step.stage()) {
                case LISTENER -> takes(List.of());
                case FILTER_CHAIN, ROUTE -> {
                    if (step.taken()) {
                        rule(step);
                    }
                }
                case CLUSTER -> destination(step);
                case FILTER -> filter(step);
                case SUBSET, PEER_AUTHENTICATION -> {
                    if (step.taken()) {
                        add(step);
                    }
                }
                default -> {
                    // says nothing of rules
                }
            }
        }

        private void takes(List<RuleId> next) {
            destinations = next;
            chosen = 0;
        }

        private void rule(TraceStep step) {
            takes(List.of());
            Matcher rule = RULE.matcher(step.path());
            if (rule.matches()) {
                add(step);
                id(step, rule.group(1)).ifPresent(id -> {
                    reached.add(id);
                    takes(inventory.destinations(id));
                });
            }
        }

        /** Destinations come in the order of the rule; one whose cluster does not exist is chosen too. */
        private void destination(TraceStep step) {
            if (chosen < destinations.size()) {
                reached.add(destinations.get(chosen++));
            }
            if (step.taken()) {
                reached.addAll(policies.of(step.proxy(), step.candidate()));
            }
        }

        /** What allows nothing matches nothing: it is reached by being asked. So are modes that a ztunnel holds calls against. */
        private void filter(TraceStep step) {
            String kind = step.resource().map(ResourceKey::kind).orElse("");
            if (kind.equals(PEER_AUTHENTICATION)) {
                id(step, "spec.mtls").ifPresent(reached::add);
            } else if (step.taken()
                    || (kind.equals(AUTHORIZATION_POLICY) && step.path().equals("spec"))) {
                add(step);
            }
        }

        private void add(TraceStep step) {
            id(step, step.path()).ifPresent(reached::add);
        }

        private Optional<RuleId> id(TraceStep step, String path) {
            String cluster = step.proxy().substring(0, Math.max(0, step.proxy().indexOf('/')));
            return step.resource()
                    .filter(resource -> !cluster.isEmpty())
                    .map(resource -> new RuleId(router.view(cluster).cluster(), resource, path));
        }
    }
}
