package io.eastwest.testing.coverage;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.PortSelector;
import io.eastwest.model.istio.networking.PortTrafficPolicy;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.IneffectivePolicies;
import io.eastwest.routing.question.IneffectivePolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known of rules that no call reached. */
final class UnreachedRules {
    private static final Pattern DESTINATION = Pattern.compile("(.*)\\.(?:route|backendRefs)\\[\\d+]");
    private static final Pattern SUBSET = Pattern.compile("spec\\.subsets\\[(\\d+)].*");
    private static final Pattern PORT = Pattern.compile("(.*)\\.portLevelSettings\\[(\\d+)]");

    private final MeshRouter router;
    private final List<IneffectivePolicy> ineffective;
    private final RouteSearch routes;
    private final NamedSubsets named;

    /**
     * Looks at nothing yet.
     *
     * @param router the mesh
     * @param unreached the rules that it will be asked about
     */
    UnreachedRules(MeshRouter router, Collection<RuleId> unreached) {
        this.router = router;
        this.ineffective = IneffectivePolicies.of(router).policies();
        this.routes = new RouteSearch(
                router,
                unreached.stream().map(UnreachedRules::ofRoute).distinct().toList());
        this.named = NamedSubsets.of(router.snapshot());
    }

    boolean complete() {
        return routes.complete();
    }

    Verdict of(CoverableRule rule) {
        RuleId id = rule.id();
        return switch (rule.kind()) {
            case ROUTE, MATCH -> routes.of(id);
            case DESTINATION -> routes.of(ofRoute(id));
            case SUBSET, TRAFFIC_POLICY -> policy(id);
            case AUTHORIZATION_RULE, PEER_AUTHENTICATION, TOKEN_RULE -> security(id);
        };
    }

    /** {@return the rule of a destination; what is none stays as it is} */
    private static RuleId ofRoute(RuleId id) {
        Matcher rule = DESTINATION.matcher(id.path());
        return rule.matches() ? id.at(rule.group(1)) : id;
    }

    private Verdict security(RuleId id) {
        return ineffective.stream()
                .filter(each -> each.reason() != IneffectivePolicy.Reason.ONLY_TRIED)
                .filter(each -> each.cluster().equals(id.cluster())
                        && each.policy().equals(id.resource())
                        && (each.path().isEmpty() || each.path().equals(id.path())))
                .findFirst()
                .map(each -> Verdict.never(each.because()))
                .orElse(Verdict.OPEN);
    }

    private Verdict policy(RuleId id) {
        Optional<DestinationRule> rule = router.snapshot()
                .find(id.cluster(), id.resource())
                .map(Manifest::resource)
                .filter(DestinationRule.class::isInstance)
                .map(DestinationRule.class::cast);
        return rule.map(each -> policy(id, each)).orElse(Verdict.OPEN);
    }

    private Verdict policy(RuleId id, DestinationRule rule) {
        Matcher subset = SUBSET.matcher(id.path());
        Optional<TrafficPolicy> policy = rule.spec().trafficPolicy();
        if (subset.matches()) {
            var found = rule.spec().subsets().get(Integer.parseInt(subset.group(1)));
            if (!named.contains(found.name())) {
                return Verdict.never("no destination with a share names subset " + found.name());
            }
            policy = found.trafficPolicy();
        }
        Matcher port = PORT.matcher(id.path());
        if (port.matches() && policy.isPresent()) {
            PortTrafficPolicy settings = policy.get().portLevelSettings().get(Integer.parseInt(port.group(2)));
            int number = settings.port()
                    .map(PortSelector::number)
                    .filter(each -> each.isPresent())
                    .map(each -> each.getAsInt())
                    .orElse(0);
            if (ports(id.cluster(), rule).stream().noneMatch(each -> each == number)) {
                return Verdict.never("no service that the rule is for has port " + number);
            }
        }
        return Verdict.OPEN;
    }

    private List<Integer> ports(String cluster, DestinationRule rule) {
        var view = router.view(cluster);
        ResourceKey key = rule.key();
        String host = Hostname.resolve(rule.spec().host(), key.namespace(), view.domainSuffix());
        List<Integer> ports = new ArrayList<>();
        view.services().stream()
                .filter(service -> Hostname.matches(host, service.hostname()))
                .forEach(service -> service.ports().forEach(port -> ports.add(port.number())));
        return ports;
    }
}
