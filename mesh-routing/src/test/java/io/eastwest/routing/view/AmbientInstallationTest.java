package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a control plane does of ambient mode, by what its manifests say. */
class AmbientInstallationTest {
    private static final String ENROLLED =
            "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient}}}";
    private static final String EAST_WEST = "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata:"
            + " {name: ew, namespace: shop}, spec: {gatewayClassName: istio-east-west, listeners: [{name: a, port: 15008,"
            + " protocol: HBONE}]}}";

    private static String istiod(String environment) {
        return "{apiVersion: apps/v1, kind: Deployment, metadata: {name: istiod, namespace: istio-system}, spec: {selector:"
                + " {matchLabels: {app: istiod}}, template: {metadata: {labels: {app: istiod}}, spec: {containers: [{name:"
                + " discovery, env: [" + environment + "]}]}}}}";
    }

    private static String on(String... names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append("{name: ")
                    .append(name)
                    .append(", value: 'true'}");
        }
        return text.toString();
    }

    private static String sail(String profile) {
        return "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: default}, spec: {version: v1.30.3, namespace:"
                + " istio-system, profile: " + profile + "}}";
    }

    private static AmbientSettings settings(String... documents) {
        return TestMesh.single(documents).view("c1").ambient();
    }

    /** Letters of what is on: several networks, waypoints and gateways that reach them, gateways that use waypoints. */
    private static String text(AmbientSettings settings) {
        return (settings.enabled() ? "E" : "-")
                + (settings.multiNetwork() ? "M" : "-")
                + (settings.waypointsReachNetworks() ? "W" : "-")
                + (settings.gatewaysReachNetworks() ? "G" : "-")
                + (settings.gatewaysUseWaypoints() ? "U" : "-")
                + (settings.prefersHbone() ? "H" : "-")
                + (settings.allowsWaypoints() ? "A" : "-");
    }

    @Nested
    class OfADeployment {
        @Test
        void isOffUnlessItsEnvironmentSaysOtherwise() {
            assertThat(settings(istiod(""), ENROLLED)).isEqualTo(AmbientSettings.OFF);
            assertThat(text(settings(istiod(on("PILOT_ENABLE_AMBIENT"))))).isEqualTo("E---U--");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "t", "T", "true", "TRUE", "True"})
        void isSwitchedLikeGoReadsIt(String value) {
            assertThat(settings(istiod("{name: PILOT_ENABLE_AMBIENT, value: '" + value + "'}"))
                            .enabled())
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "AMBIENT_ENABLE_MULTI_NETWORK, EMW-U--",
            "PILOT_PREFER_SENDING_HBONE, E---UH-",
            "PILOT_AUTO_ALLOW_WAYPOINT_POLICY, E---U-A",
            "AMBIENT_ENABLE_MULTI_NETWORK_INGRESS, E---U--",
            "AMBIENT_ENABLE_MULTI_NETWORK_WAYPOINT, E---U--",
        })
        void hasOneSwitchForEach(String name, String expected) {
            assertThat(text(settings(istiod(on("PILOT_ENABLE_AMBIENT", name))))).isEqualTo(expected);
        }

        @Test
        void reachesNetworksOnlyWhereThereAreSeveral() {
            String several =
                    on("PILOT_ENABLE_AMBIENT", "AMBIENT_ENABLE_MULTI_NETWORK", "AMBIENT_ENABLE_MULTI_NETWORK_INGRESS");

            assertThat(text(settings(istiod(several)))).isEqualTo("EMWGU--");
            assertThat(text(settings(istiod(several
                            + ", {name: AMBIENT_ENABLE_MULTI_NETWORK_WAYPOINT, value: 'false'},"
                            + " {name: ENABLE_INGRESS_WAYPOINT_ROUTING, value: 'no'}"))))
                    .isEqualTo("EM-G---");
            assertThat(text(settings(istiod(on("PILOT_ENABLE_AMBIENT")), EAST_WEST)))
                    .isEqualTo("E---U--");
        }

        @Test
        void saysWhichSwitchesAreNotModelled() {
            AmbientSettings settings = settings(istiod(on("PILOT_ENABLE_AMBIENT", "PILOT_SKIP_VALIDATE_TRUST_DOMAIN")
                    + ", {name: PILOT_ENABLE_SENDING_HBONE, value: 'false'},"
                    + " {name: PILOT_ENABLE_AMBIENT_WAYPOINTS, value: 'true'},"
                    + " {name: AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY, value: 'false'}"));

            assertThat(settings.findings())
                    .containsExactly(
                            "NOT_MODELLED control plane of cluster c1: PILOT_SKIP_VALIDATE_TRUST_DOMAIN=true changes"
                                    + " ambient mode",
                            "NOT_MODELLED control plane of cluster c1: PILOT_ENABLE_SENDING_HBONE=false changes ambient"
                                    + " mode");
        }
    }

    @Nested
    class OfManifestsWithoutIt {
        @Test
        void isOnWhereSomethingIsEnrolled() {
            String marked = "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, annotations:"
                    + " {ambient.istio.io/redirection: enabled}}}";
            String labelled = "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels:"
                    + " {istio.io/dataplane-mode: ambient}}}";
            String none = "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels:"
                    + " {istio.io/dataplane-mode: none}, annotations: {ambient.istio.io/redirection: disabled}}}";
            String ztunnel = "{apiVersion: sailoperator.io/v1, kind: ZTunnel, metadata: {name: default}, spec:"
                    + " {version: v1.30.3, namespace: ztunnel}}";

            assertThat(text(settings(ENROLLED))).isEqualTo("E---U--");
            assertThat(text(settings(marked))).isEqualTo("E---U--");
            assertThat(text(settings(labelled))).isEqualTo("E---U--");
            assertThat(text(settings(ztunnel))).isEqualTo("E---U--");
            assertThat(settings(none)).isEqualTo(AmbientSettings.OFF);
            assertThat(settings()).isEqualTo(AmbientSettings.OFF);
        }

        @Test
        void hasSeveralNetworksWhereThereIsAnEastWestGateway() {
            assertThat(text(settings(ENROLLED, EAST_WEST))).isEqualTo("EMW-U--");
            assertThat(text(settings(ENROLLED, EAST_WEST.replace("istio-east-west", "istio"))))
                    .isEqualTo("E---U--");
        }
    }

    @Nested
    class OfAProfile {
        @ParameterizedTest
        @CsvSource({"ambient, true", "openshift-ambient, true", "openshift, false"})
        void isOnForThoseOfAmbientMode(String profile, boolean expected) {
            assertThat(settings(sail(profile)).enabled()).isEqualTo(expected);
        }
    }

    @Nested
    class GlobalServices {
        private static final String CONFIG = "{apiVersion: v1, kind: ConfigMap, metadata: {name: istio, namespace:"
                + " istio-system}, data: {mesh: '%s'}}";

        @Test
        void areThoseOfTheLabelUnlessTheMeshSaysOtherwise() {
            String own = "serviceScopeConfigs: [{servicesSelector: {matchLabels: {a: b}}, scope: GLOBAL}]";

            assertThat(settings(sail("ambient")).scopes())
                    .singleElement()
                    .satisfies(scope -> assertThat(scope.servicesSelector()
                                    .orElseThrow()
                                    .matchExpressions()
                                    .get(0)
                                    .key())
                            .isEqualTo("istio.io/global"));
            assertThat(settings(ENROLLED).scopes()).hasSize(1);
            assertThat(settings(ENROLLED, CONFIG.formatted("")).scopes()).isEmpty();
            assertThat(settings(ENROLLED, CONFIG.formatted(own)).scopes())
                    .singleElement()
                    .satisfies(scope -> assertThat(
                                    scope.servicesSelector().orElseThrow().matchLabels())
                            .containsEntry("a", "b"));
            assertThat(settings(istiod(on("PILOT_ENABLE_AMBIENT"))).scopes()).isEmpty();
        }
    }
}
