package io.eastwest.routing.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.envoy.RbacPolicy;
import io.eastwest.routing.view.Configured;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The filter that all policies of one action make: security-ambient.md 3.4 to 3.6. */
class RuleSetTest {
    private static final RbacInput CALL = RbacInput.builder()
            .sourceAddress("10.0.0.1")
            .remoteAddress("10.0.0.1")
            .destinationAddress("10.0.0.9")
            .destinationPort(80)
            .build();

    private static String tried(String name, String spec) {
        return policy(name, spec)
                .replace("namespace: foo}", "namespace: foo, annotations: {istio.io/dry-run: 'true'}}");
    }

    private static String policy(String name, String spec) {
        return SecuredApp.policy(name, spec);
    }

    private static RuleSet rules(String... manifests) {
        List<Configured<AuthorizationPolicy>> policies = Stream.of(manifests)
                .map(manifest -> (AuthorizationPolicy) ManifestReader.strict()
                        .read("policy.yaml", manifest)
                        .orThrow()
                        .get(0)
                        .resource())
                .map(policy -> new Configured<>(policy, "foo", Instant.EPOCH))
                .toList();
        RuleSetting setting =
                new RuleSetting(false, AuthorizationAction.DENY, new TrustDomainAliases(List.of("cluster.local")));
        return new RuleSet(policies, setting);
    }

    private static RbacFilter deny(String... manifests) {
        return rules(manifests).filter(RbacFilter.Action.DENY).orElseThrow();
    }

    @Test
    void withoutPoliciesThereIsNone() {
        assertThat(rules().filter(RbacFilter.Action.DENY)).isEmpty();
    }

    @Test
    void aPolicyWithoutRulesIsARuleThatNeverMatches() {
        RbacFilter filter = deny(policy("p", "{}"));

        assertThat(filter.action()).isEqualTo(RbacFilter.Action.DENY);
        assertThat(filter.policies()).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("ns[foo]-policy[p]-rule[0]");
            assertThat(rule.origin().path()).isEqualTo("spec");
            assertThat(rule.matches(CALL)).isFalse();
        });
    }

    @Test
    void rulesAreOrderedByName() {
        assertThat(deny(policy("b", "{rules: [{}, {}]}"), policy("a", "{rules: [{}]}"))
                        .policies())
                .extracting(rule -> rule.name() + " " + rule.origin().path())
                .containsExactly(
                        "ns[foo]-policy[a]-rule[0] spec.rules[0]",
                        "ns[foo]-policy[b]-rule[0] spec.rules[0]",
                        "ns[foo]-policy[b]-rule[1] spec.rules[1]");
    }

    @Test
    void whatIsOnlyTriedIsKeptApart() {
        RbacFilter filter = deny(policy("p", "{rules: [{}]}"), tried("t", "{rules: [{}]}"));

        assertThat(filter.action()).isEqualTo(RbacFilter.Action.DENY);
        assertThat(filter.policies()).extracting(RbacPolicy::name).containsExactly("ns[foo]-policy[p]-rule[0]");
        assertThat(filter.dryRun()).extracting(RbacPolicy::name).containsExactly("ns[foo]-policy[t]-rule[0]");
    }

    @Test
    void whereAllIsOnlyTriedMatchesAreLogged() {
        RbacFilter filter = deny(tried("t", "{rules: [{}]}"));

        assertThat(filter.action()).isEqualTo(RbacFilter.Action.LOG);
        assertThat(filter.policies()).isEmpty();
        assertThat(filter.dryRun()).hasSize(1);
    }

    @Test
    void rulesMayGetOtherNames() {
        RuleSet rules = rules(policy("p", "{rules: [{}]}"), tried("t", "{rules: [{}]}"));

        assertThat(rules.enforced(name -> "x-" + name))
                .extracting(RbacPolicy::name)
                .containsExactly("x-ns[foo]-policy[p]-rule[0]");
        assertThat(rules.dryRun(name -> "y-" + name))
                .extracting(RbacPolicy::name)
                .containsExactly("y-ns[foo]-policy[t]-rule[0]");
    }
}
