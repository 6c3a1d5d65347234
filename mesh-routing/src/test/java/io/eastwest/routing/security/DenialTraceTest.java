package io.eastwest.routing.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.fixture.AmbientMesh;
import org.junit.jupiter.api.Test;

/** What an explanation says of a call that policies refuse. */
class DenialTraceTest {
    private static final String RULES = "rules: [{from: [{source: {namespaces: [other]}}],"
            + " to: [{operation: {methods: [PUT], ports: [\"1\"]}}]}, {from: [{source: {namespaces: [x]}}],"
            + " to: [{operation: {ports: [\"8080\"]}}]}]";

    private static String explain(String caller, String namespace, String host, String manifest) {
        return AmbientMesh.with(manifest)
                .router()
                .explain(Call.get("http://" + host).from(caller, namespace, "c1"))
                .toText();
    }

    @Test
    void namesTheNearestRuleThatAllowsAndWhatItLackedAtASidecar() {
        String text = explain(
                "car", "side", "car.side", AmbientMesh.policy("AuthorizationPolicy", "side", "p", "{" + RULES + "}"));

        assertThat(text)
                .contains("- FILTER nearest ALLOW rule ns[side]-policy[p]-rule[1]: lacks from[0].source.namespaces:"
                        + " expected one of [\"x\"] but was \"cluster.local/ns/side/sa/car\"")
                .contains("AuthorizationPolicy/side/p spec.rules[1] further.yaml:4");
    }

    @Test
    void namesTheNearestRuleThatAllowsAndWhatItLackedAtAZtunnel() {
        String text = explain(
                "web",
                "bar",
                "app.foo",
                AmbientMesh.policy(
                        "AuthorizationPolicy", "foo", "p", "{" + RULES.replace("methods: [PUT], ", "") + "}"));

        assertThat(text)
                .contains("nearest ALLOW rule AuthorizationPolicy/foo/p spec.rules[1]: lacks"
                        + " from[0].source.namespaces: expected one of [\"x\"] but was \"bar\"");
    }

    @Test
    void namesTheRuleThatDenies() {
        String text = explain(
                "car",
                "side",
                "car.side",
                AmbientMesh.policy(
                        "AuthorizationPolicy",
                        "side",
                        "p",
                        "{action: DENY, rules: [{to: [{operation: {methods: [GET]}}]}]}"));

        assertThat(text)
                .contains("+ FILTER DENY ns[side]-policy[p]-rule[0]: all fields match")
                .contains("AuthorizationPolicy/side/p spec.rules[0]");
    }
}
