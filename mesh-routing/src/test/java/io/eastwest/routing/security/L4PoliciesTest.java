package io.eastwest.routing.security;

import static io.eastwest.routing.security.SecuredApp.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.trace.Mismatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies as ztunnel gets them: security-ambient.md 5.5 and 5.6. */
class L4PoliciesTest {
    private static final String ROOT = "istio-system";
    private static final String APP = "selector: {matchLabels: {app: a}}";
    private static final Map<String, String> LABELS = Map.of("app", "a", "version", "v1");

    private static L4Policies policies(String... manifests) {
        HandMadeView view = new HandMadeView();
        for (String each : manifests) {
            view.with(ManifestReader.strict()
                    .read("policy.yaml", each)
                    .orThrow()
                    .get(0)
                    .resource());
        }
        return L4Policies.of(view);
    }

    private static String policy(String namespace, String name, String spec) {
        return manifest("AuthorizationPolicy", namespace, name, spec);
    }

    private static String strict(String namespace) {
        return manifest("PeerAuthentication", namespace, "default", "{mtls: {mode: STRICT}}");
    }

    private static List<String> names(L4Policies policies, String namespace, Map<String, String> labels) {
        return policies.policies(namespace, labels).stream()
                .map(L4Policy::toString)
                .toList();
    }

    private static RbacInput from(String principal) {
        return RbacInput.builder()
                .principal(Optional.of(principal).filter(text -> !text.isEmpty()))
                .sourceAddress("10.0.1.1")
                .remoteAddress("10.0.1.1")
                .destinationAddress("10.0.0.1")
                .destinationPort(8080)
                .build();
    }

    @Nested
    class OfAWorkload {
        private final L4Policies policies = policies(
                policy("foo", "z-own", "{" + APP + "}"),
                policy("foo", "whole", "{action: DENY}"),
                policy("foo", "other", "{selector: {matchLabels: {app: b}}}"),
                policy("bar", "elsewhere", "{" + APP + "}"),
                policy("bar", "elsewhere-whole", "{}"),
                policy(ROOT, "a-root-own", "{" + APP + "}"),
                policy(ROOT, "mesh", "{}"),
                strict("foo"));

        @Test
        void areThoseOfItsNamespaceOfTheMeshThatSelectItAndItsStrictness() {
            assertThat(names(policies, "foo", LABELS))
                    .containsExactly(
                            "DENY foo/whole",
                            "ALLOW istio-system/mesh",
                            "ALLOW foo/z-own",
                            "ALLOW istio-system/a-root-own",
                            "DENY istio-system/istio_converted_static_strict");
        }

        @Test
        void areThoseOfTheMeshInTheRootNamespace() {
            assertThat(names(policies, ROOT, LABELS))
                    .containsExactly("ALLOW istio-system/mesh", "ALLOW istio-system/a-root-own");
        }

        @Test
        void areNamedAfterTheirResource() {
            assertThat(policies.policies("foo", Map.of()).get(0).origin().resource())
                    .hasToString("AuthorizationPolicy/foo/whole");
        }
    }

    @Nested
    class Findings {
        private static List<String> findings(String... manifests) {
            return policies(manifests).findings("foo", LABELS);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{rules: [{}, {to: [{operation: {methods: [GET], notPaths: [/a]}}]}]}"
                            + "|spec.rules[1]: ztunnel does not look at methods, notPaths: the rule allows nothing",
                    "{rules: [{from: [{source: {remoteIpBlocks: [10.0.0.1]}}]}]}"
                            + "|spec.rules[0]: ztunnel does not look at remoteIpBlocks: the rule allows nothing",
                    "{rules: [{when: [{key: connection.sni, values: [a]}]}]}"
                            + "|spec.rules[0]: ztunnel does not look at connection.sni: the rule allows nothing",
                    "{action: DENY, rules: [{to: [{operation: {hosts: [a]}}]}]}"
                            + "|spec.rules[0]: ztunnel does not look at hosts: the rule denies nothing",
                    "{action: DENY, rules: [{from: [{source: {requestPrincipals: [a], namespaces: [b]}}]}]}"
                            + "|spec.rules[0]: ztunnel does not look at requestPrincipals: the rule denies by what is"
                            + " left of it",
                    "{action: DENY, rules: [{to: [{operation: {notHosts: [a]}}, {operation: {ports: ['80']}}]}]}"
                            + "|spec.rules[0]: ztunnel does not look at notHosts: the rule denies by what is left of it",
                })
        void nameFieldsThatZtunnelDoesNotLookAt(String spec, String text) {
            assertThat(findings(policy("foo", "p", spec)))
                    .containsExactly("WARNING AuthorizationPolicy/foo/p " + text
                            + "; enforce it at a waypoint with targetRefs NOT_ENFORCED_BY_ZTUNNEL");
        }

        @Test
        void nameActionsThatZtunnelDoesNotKnow() {
            assertThat(findings(policy("foo", "p", "{action: AUDIT, selector: {}, rules: [{}]}")))
                    .containsExactly("WARNING AuthorizationPolicy/foo/p: ztunnel does not support the action AUDIT;"
                            + " enforce it at a waypoint with targetRefs NOT_ENFORCED_BY_ZTUNNEL");
        }

        @Test
        void nameSelectorsWithoutLabels() {
            assertThat(findings(policy("foo", "p", "{selector: {}}")))
                    .containsExactly("WARNING AuthorizationPolicy/foo/p spec.selector: ztunnel gives a policy whose"
                            + " selector has no labels to no workload; remove the selector NOT_ENFORCED_BY_ZTUNNEL");
            assertThat(policies(policy("foo", "p", "{selector: {}}")).policies("foo", LABELS))
                    .isEmpty();
        }

        @Test
        void areNoneOfWhatIsEnforcedOrMeantForOthers() {
            assertThat(findings(
                            policy("foo", "p", "{" + APP + ", rules: [{to: [{operation: {ports: ['80']}}]}]}"),
                            policy("foo", "w", "{targetRefs: [{group: '', kind: Service, name: a}], action: AUDIT}"),
                            policy("foo", "t", "{action: AUDIT}")
                                    .replace("foo}", "foo, annotations: {istio.io/dry-run: 'true'}}")))
                    .isEmpty();
        }

        @Test
        void areThoseOfPoliciesNearTheWorkloadAlone() {
            String spec = "action: AUDIT, rules: [{}]}";

            assertThat(findings(policy("bar", "p", "{" + spec))).isEmpty();
            assertThat(findings(policy("foo", "p", "{selector: {matchLabels: {app: b}}, " + spec)))
                    .isEmpty();
            assertThat(findings(policy("foo", "p", "{" + APP + ", " + spec))).hasSize(1);
            assertThat(findings(policy(ROOT, "p", "{" + APP + ", " + spec))).hasSize(1);
        }
    }

    @Nested
    class Matching {
        private static L4Policy only(String rules) {
            return policies(policy("foo", "p", "{rules: " + rules + "}"))
                    .policies("foo", LABELS)
                    .get(0);
        }

        private static String text(List<Mismatch> mismatches) {
            return mismatches.stream().map(Mismatch::toString).collect(Collectors.joining("; "));
        }

        @Test
        void theFirstRuleThatTakesAConnectionIsNamed() {
            L4Policy policy = only("[{from: [{source: {namespaces: [x]}}]}, {from: [{source: {namespaces: [bar]}}]}]");

            assertThat(policy.match(from("cluster.local/ns/bar/sa/web")))
                    .hasValueSatisfying(origin -> assertThat(origin.path()).isEqualTo("spec.rules[1]"));
            assertThat(policy.match(from("cluster.local/ns/baz/sa/web"))).isEmpty();
        }

        @Test
        void theRuleThatLacksTheFewestFieldsIsTheNearest() {
            L4Policy policy = only("[{from: [{source: {namespaces: [x], principals: [y]}}], to: [{operation: {ports:"
                    + " ['80']}}]}, {from: [{source: {trustDomains: [t]}}, {source: {namespaces: [x], ipBlocks:"
                    + " [10.0.0.0/8]}}]}]");
            RbacInput web = from("cluster.local/ns/bar/sa/web");
            L4Policy.Nearest nearest = policy.nearest(web).orElseThrow();

            assertThat(nearest.origin().path()).isEqualTo("spec.rules[1]");
            assertThat(text(nearest.missing()))
                    .isEqualTo("from[1].source.namespaces: expected one of [\"x\"] but was \"bar\"");
            assertThat(text(policy.mismatches(web)))
                    .isEqualTo("spec.rules[0] to[0].operation.ports: expected one of [\"80\"] but was 8080;"
                            + " spec.rules[1] has no field that ztunnel can test, and never matches;"
                            + " spec.rules[1] from[1].source.namespaces: expected one of [\"x\"] but was \"bar\"");
        }

        @Test
        void whatNoZtunnelCanTestIsMissing() {
            L4Policy policy = only("[{from: [{source: {trustDomains: [t]}}]}]");

            assertThat(text(policy.nearest(from("")).orElseThrow().missing()))
                    .isEqualTo("has no field that ztunnel can test, and never matches");
        }

        @Test
        void aPolicyWithoutRulesHasNoneThatIsNear() {
            L4Policy policy = only("[]");

            assertThat(policy.nearest(from(""))).isEmpty();
            assertThat(text(policy.mismatches(from("")))).isEqualTo("no rule is left that ztunnel can test");
        }

        @Test
        void portsAreTakenOrLeftOut() {
            assertThat(only("[{to: [{operation: {ports: ['8080', x]}}]}]").match(from("")))
                    .isPresent();
            assertThat(only("[{to: [{operation: {ports: ['80']}}]}]").match(from("")))
                    .isEmpty();
            assertThat(only("[{to: [{operation: {notPorts: ['8080']}}]}]").match(from("")))
                    .isEmpty();
            assertThat(only("[{to: [{operation: {notPorts: ['80']}}]}]").match(from("")))
                    .isPresent();
        }

        @Test
        void aCallerWithoutIdentityIsToldSo() {
            assertThat(text(only("[{from: [{source: {serviceAccounts: [bar/web]}}]}]")
                            .nearest(from(""))
                            .orElseThrow()
                            .missing()))
                    .isEqualTo(
                            "from[0].source.serviceAccounts: expected one of [\"bar/web\"] but was no peer identity");
        }

        @Test
        void aWaypointThatIsLetInIsAllowedByItsIdentity() {
            ResourceKey gateway = ResourceKey.of("gateway.networking.k8s.io", "Gateway", "foo", "wp");
            L4Policy policy = L4Policies.allowingWaypoint("foo", "wp", gateway, List.of("cluster.local/ns/foo/sa/wp"));

            assertThat(policy).hasToString("ALLOW foo/istio_allow_waypoint_foo_wp");
            assertThat(policy.origin().resource()).isEqualTo(gateway);
            assertThat(policy.match(from("cluster.local/ns/foo/sa/wp"))).isPresent();
            assertThat(policy.match(from("cluster.local/ns/foo/sa/web"))).isEmpty();
        }
    }
}
