package io.eastwest.routing.security;

import static io.eastwest.model.istio.security.MutualTlsMode.DISABLE;
import static io.eastwest.model.istio.security.MutualTlsMode.PERMISSIVE;
import static io.eastwest.model.istio.security.MutualTlsMode.STRICT;
import static io.eastwest.model.istio.security.MutualTlsMode.UNSET;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.PeerAuthenticationSpec;
import io.eastwest.model.istio.security.PeerMutualTls;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.model.istio.security.PortLevelMutualTls;
import io.eastwest.routing.fixture.Steps;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.Configured;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeerAuthenticationModesTest {
    private static final String ROOT = "istio-system";
    private static final Map<String, String> APP = Map.of("app", "a", "version", "v1");

    @Nested
    class OfNamespaces {
        @Test
        void nobodySaysAnything() {
            assertThat(modes().namespaceMode("foo")).isEqualTo(PERMISSIVE);
        }

        @Test
        void theMeshSpeaksForNamespacesThatLeaveItOpen() {
            PeerAuthenticationModes modes = modes(whole(ROOT, "default", STRICT), whole("foo", "open", UNSET));

            assertThat(modes.namespaceMode("foo")).isEqualTo(STRICT);
            assertThat(modes.namespaceMode("bar")).isEqualTo(STRICT);
        }

        @Test
        void policiesWithSelectorDoNotCount() {
            assertThat(modes(selecting("foo", "w", DISABLE)).namespaceMode("foo"))
                    .isEqualTo(PERMISSIVE);
        }
    }

    @Nested
    class OfWorkloads {
        @Test
        void theFirstPolicyOfANamespaceCounts() {
            PeerAuthenticationModes modes =
                    modes(whole(ROOT, "r", STRICT), whole("foo", "p1", PERMISSIVE), whole("foo", "p2", DISABLE));

            assertThat(modes.mode("foo", APP, 80)).isEqualTo(PERMISSIVE);
        }

        @Test
        void portsOfTheWorkloadOverrideAndInherit() {
            Map<Integer, PeerMutualTls> ports = new LinkedHashMap<>();
            ports.put(8080, PeerMutualTls.of(DISABLE));
            ports.put(9090, PeerMutualTls.of(UNSET));
            PeerAuthenticationModes modes =
                    modes(whole("foo", "n", STRICT), selecting("foo", "w", UNSET, new PortLevelMutualTls(ports)));

            assertThat(modes.mode("foo", APP, 8080)).isEqualTo(DISABLE);
            assertThat(modes.mode("foo", APP, 9090)).isEqualTo(STRICT);
            assertThat(modes.mode("foo", APP, 7070)).isEqualTo(STRICT);
        }

        @Test
        void aSecondPolicyOfTheSameWorkloadContributesNothing() {
            PeerAuthenticationModes modes = modes(
                    selecting("foo", "w1", STRICT),
                    selecting("foo", "w2", UNSET, PortLevelMutualTls.of(8080, DISABLE)));

            assertThat(modes.mode("foo", APP, 8080)).isEqualTo(STRICT);
        }

        @Test
        void selectorsInTheRootNamespaceTakeNobody() {
            PeerAuthenticationModes modes = modes(selecting(ROOT, "w", STRICT));

            assertThat(modes.mode("foo", APP, 80)).isEqualTo(PERMISSIVE);
            assertThat(modes.mode(ROOT, APP, 80)).isEqualTo(PERMISSIVE);
        }

        @Test
        void otherLabelsAreNotTaken() {
            assertThat(modes(selecting("foo", "w", STRICT)).mode("foo", Map.of("app", "b"), 80))
                    .isEqualTo(PERMISSIVE);
        }

        @Test
        void theResourcesThatDecideAreNamedFromOutside() {
            WorkloadMutualTls mode = modes(
                            whole(ROOT, "r", STRICT), whole("foo", "n", UNSET), selecting("foo", "w", DISABLE))
                    .workload("foo", APP);

            assertThat(mode.mode()).isEqualTo(DISABLE);
            assertThat(mode.origins())
                    .extracting(origin -> origin.resource().toString())
                    .containsExactly(
                            "PeerAuthentication/istio-system/r",
                            "PeerAuthentication/foo/n",
                            "PeerAuthentication/foo/w");
        }
    }

    @Nested
    class Told {
        private static List<String> told(PeerAuthenticationModes modes) {
            Steps steps = new Steps();
            modes.trace("foo", APP, 80, steps);
            return steps.lines(TraceStep.Stage.PEER_AUTHENTICATION);
        }

        @Test
        void isThePolicyWhosePortSaysSomething() {
            assertThat(told(modes(
                            whole("foo", "n", STRICT),
                            selecting("foo", "w", UNSET, PortLevelMutualTls.of(80, DISABLE)))))
                    .containsExactly(
                            "- PeerAuthentication/foo/n: a narrower policy decides",
                            "+ PeerAuthentication/foo/w: port 80 is DISABLE");
        }

        @Test
        void aPortThatIsUnsetDecidesNothing() {
            assertThat(told(modes(
                            whole("foo", "n", STRICT), selecting("foo", "w", UNSET, PortLevelMutualTls.of(80, UNSET)))))
                    .containsExactly(
                            "+ PeerAuthentication/foo/n: port 80 is STRICT",
                            "- PeerAuthentication/foo/w: mtls.mode: expected set but was UNSET");
        }

        @Test
        void ofOtherPortsNothingIsSaid() {
            assertThat(told(modes(selecting("foo", "w", UNSET, PortLevelMutualTls.of(81, DISABLE)))))
                    .containsExactly(
                            "- PeerAuthentication/foo/w: mtls.mode: expected set but was UNSET",
                            "+ default: port 80 is PERMISSIVE");
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static PeerAuthenticationModes modes(Configured<PeerAuthentication>... policies) {
        return PeerAuthenticationModes.of(List.of(policies), ROOT);
    }

    private static Configured<PeerAuthentication> whole(String namespace, String name, MutualTlsMode mode) {
        return configured(namespace, name, PeerAuthenticationSpec.mode(mode));
    }

    private static Configured<PeerAuthentication> selecting(String namespace, String name, MutualTlsMode mode) {
        return configured(
                namespace,
                name,
                PeerAuthenticationSpec.builder()
                        .selector(PolicyWorkloadSelector.of("app", "a"))
                        .mtls(PeerMutualTls.of(mode))
                        .build());
    }

    private static Configured<PeerAuthentication> selecting(
            String namespace, String name, MutualTlsMode mode, PortLevelMutualTls ports) {
        return configured(
                namespace,
                name,
                PeerAuthenticationSpec.builder()
                        .selector(PolicyWorkloadSelector.of("app", "a"))
                        .mtls(PeerMutualTls.of(mode))
                        .portLevelMtls(ports)
                        .build());
    }

    private static Configured<PeerAuthentication> configured(
            String namespace, String name, PeerAuthenticationSpec spec) {
        return new Configured<>(PeerAuthentication.of(namespace, name, spec), namespace, Instant.EPOCH);
    }
}
