package io.eastwest.routing.security;

import static io.eastwest.routing.security.SecuredApp.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.security.RequestAuthentication;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.JwtFilter;
import io.eastwest.routing.envoy.JwtFilterRule;
import io.eastwest.routing.view.Configured;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** RequestAuthentications as one filter: security-ambient.md 4.1. */
class TokenFiltersTest {
    private static Optional<JwtFilter> filter(boolean clearsRoute, String... rules) {
        List<Configured<RequestAuthentication>> policies = Stream.of(rules)
                .map(each -> (RequestAuthentication) ManifestReader.strict()
                        .read("ra.yaml", manifest("RequestAuthentication", "foo", "ra", "{jwtRules: [" + each + "]}"))
                        .orThrow()
                        .get(0)
                        .resource())
                .map(policy -> new Configured<>(policy, "foo", Instant.EPOCH))
                .toList();
        return TokenFilters.of(policies, clearsRoute);
    }

    private static JwtFilterRule rule(String rule) {
        return filter(false, rule).orElseThrow().rules().get(0);
    }

    @Test
    void withoutRulesThereIsNone() {
        assertThat(filter(true)).isEmpty();
        assertThat(filter(true, "")).isEmpty();
    }

    @Test
    void rulesOfAllPoliciesAreOrderedByIssuer() {
        JwtFilter filter = filter(true, "{issuer: c, audiences: [x]}, {issuer: a}", "{issuer: b}")
                .orElseThrow();

        assertThat(filter.rules())
                .extracting(rule -> rule.issuer() + " " + rule.origin().path())
                .containsExactly("a spec.jwtRules[1]", "b spec.jwtRules[0]", "c spec.jwtRules[0]");
        assertThat(filter.clearsRoute()).isTrue();
        assertThat(filter(false, "{issuer: a}").orElseThrow().clearsRoute()).isFalse();
    }

    @Test
    void aRuleKeepsWhatItSays() {
        JwtFilterRule rule = rule("{issuer: a, audiences: [x, y], fromHeaders: [{name: h, prefix: 'P '}, {name: i}],"
                + " fromParams: [p], fromCookies: [c], forwardOriginalToken: true, outputPayloadToHeader: x-payload,"
                + " outputClaimToHeaders: [{header: x-sub, claim: sub}], spaceDelimitedClaims: [roles]}");

        assertThat(rule.audiences()).containsExactly("x", "y");
        assertThat(rule.fromHeaders())
                .containsExactly(
                        new JwtFilterRule.HeaderLocation("h", "P "), new JwtFilterRule.HeaderLocation("i", ""));
        assertThat(rule.fromParams()).containsExactly("p");
        assertThat(rule.fromCookies()).containsExactly("c");
        assertThat(rule.forwardsToken()).isTrue();
        assertThat(rule.outputPayloadToHeader()).hasValue("x-payload");
        assertThat(rule.outputClaimToHeaders()).containsExactly(new Header("x-sub", "sub"));
        assertThat(rule.spaceDelimitedClaims()).containsExactly("roles");
    }

    @Test
    void whatItDoesNotSayIsOff() {
        JwtFilterRule rule = rule("{issuer: a, outputPayloadToHeader: ''}");

        assertThat(rule.forwardsToken()).isFalse();
        assertThat(rule.outputPayloadToHeader()).isEmpty();
    }
}
