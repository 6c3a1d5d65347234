package io.eastwest.routing.ambient;

import static io.eastwest.routing.fixture.AmbientMesh.captured;
import static io.eastwest.routing.fixture.AmbientMesh.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.security.L4Policy;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a control plane tells the ztunnels of its cluster. */
class AmbientIndexTest {
    private static AmbientIndex index(String... manifests) {
        return AmbientIndex.of(AmbientMesh.with(manifests).router().view("c1"));
    }

    private static String service(String namespace, String name, String labels, String address) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: NAME, namespace: SPACE, labels: {LABELS}}
                spec: {selector: {app: a}, clusterIP: ADDRESS, ports: [{name: http, port: 80, targetPort: 8080}]}
                """.replace("NAME", name)
                .replace("SPACE", namespace)
                .replace("LABELS", labels)
                .replace("ADDRESS", address);
    }

    private static String entry(String namespace, String spec) {
        return """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: api, namespace: SPACE}
                spec: {hosts: [api.example], ports: [{number: 80, name: http, protocol: HTTP}], SPEC}
                """.replace("SPACE", namespace).replace("SPEC", spec);
    }

    private static List<String> endpoints(AmbientService service) {
        return service.endpoints().stream()
                .map(each -> each.workload().id() + " " + each.address() + " " + each.ports()
                        + (each.healthy() ? "" : " sick"))
                .toList();
    }

    @Test
    void aControlPlaneWithoutAmbientModeTellsNothing() {
        ControlPlaneView view =
                SmallMesh.of(SmallMesh.service("shop/a", 1, "http 80")).router().view("c1");

        assertThatThrownBy(() -> AmbientIndex.of(view))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the control plane of cluster \"c1\" does not serve ambient mode");
    }

    @Test
    void identitiesAreOfTheTrustDomainOfTheMesh() {
        AmbientIndex index = index("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data: {mesh: "trustDomain: td"}
                """);

        assertThat(index.trustDomain()).isEqualTo("td");
        assertThat(index.workload(AmbientMesh.APP).orElseThrow().principal()).hasValue("td/ns/foo/sa/app");
    }

    @Nested
    class AnAddress {
        @Test
        void namesAWorkloadOfTheNetwork() {
            AmbientIndex index = index();

            assertThat(index.workloadByAddress("10.0.0.1"))
                    .map(AmbientWorkload::id)
                    .hasValue(AmbientMesh.APP);
            assertThat(index.workloadByAddress("10.0.0.99")).isEmpty();
            assertThat(index.workload("c1/foo/none")).isEmpty();
        }

        @Test
        void namesTheServiceOfThePreferredNamespaceElseTheOldest() {
            AmbientIndex index =
                    index(service("foo", "one", "a: b", "10.96.0.50"), service("bar", "two", "a: b", "10.96.0.50"));

            assertThat(index.serviceByAddress("10.96.0.50", "bar")
                            .orElseThrow()
                            .service()
                            .name())
                    .isEqualTo("two");
            assertThat(index.serviceByAddress("10.96.0.50", "foo")
                            .orElseThrow()
                            .service()
                            .name())
                    .isEqualTo("one");
            assertThat(index.serviceByAddress("10.96.0.51", "foo")).isEmpty();
        }

        @Test
        void ofAServiceWithoutAnyNamesNone() {
            AmbientIndex index = index(service("foo", "one", "a: b", "None"));

            assertThat(index.serviceByHostname("one.foo.svc.cluster.local", "foo")
                            .orElseThrow()
                            .addresses())
                    .isEmpty();
            assertThat(index.serviceByAddress("0.0.0.0", "foo")).isEmpty();
            assertThat(index.serviceByAddress("", "foo")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"172.16.0.7, bar, wide", "172.16.0.7, foo, narrow", "172.16.9.7, foo, wide", "172.17.0.1, foo, -"})
        void inARangeNamesThatOfTheNamespaceElseOfTheLongestPrefix(String address, String namespace, String name) {
            String both = "resolution: STATIC, endpoints: [{address: 198.51.100.1}], addresses: [RANGE]";
            AmbientIndex index = index(
                    entry("bar", both.replace("RANGE", "172.16.0.0/16")).replace("name: api,", "name: wide,"),
                    entry("baz", both.replace("RANGE", "172.16.0.0/24")).replace("name: api,", "name: narrow,"));

            assertThat(index.serviceByAddress(address, namespace)
                            .map(found -> found.service().resource().name())
                            .orElse("-"))
                    .isEqualTo(name);
        }
    }

    @Nested
    class AHostname {
        @Test
        void namesTheServiceOfThePreferredNamespaceElseTheFirst() {
            String fixed = "resolution: STATIC, endpoints: [{address: 198.51.100.1}]";
            AmbientIndex index = index(entry("foo", fixed), entry("bar", fixed));

            assertThat(index.serviceByHostname("api.example", "bar")
                            .orElseThrow()
                            .service()
                            .namespace())
                    .isEqualTo("bar");
            assertThat(index.serviceByHostname("api.example", "foo")
                            .orElseThrow()
                            .service()
                            .namespace())
                    .isEqualTo("foo");
            assertThat(index.serviceByHostname("api.example", "x")).isPresent();
            assertThat(index.serviceByHostname("gone.example", "foo")).isEmpty();
        }

        @Test
        void ofAnExternalNameIsNone() {
            assertThat(index("""
                            apiVersion: v1
                            kind: Service
                            metadata: {name: alias, namespace: foo}
                            spec: {type: ExternalName, externalName: api.example, ports: [{port: 80}]}
                            """).serviceByHostname("alias.foo.svc.cluster.local", "foo"))
                    .isEmpty();
        }
    }

    @Nested
    class Endpoints {
        @Test
        void areWorkloadsWithThePortsOfTheService() {
            AmbientService found = index(captured("foo", "app2", "a", "10.0.0.2")
                            .replace("phase: Running", "phase: Running, conditions: [{type: Ready, status: 'False'}]"))
                    .serviceByHostname("app.foo.svc.cluster.local", "foo")
                    .orElseThrow();

            assertThat(endpoints(found))
                    .containsExactlyInAnyOrder(
                            "c1/foo/app-1 10.0.0.1 {80=8080, 9090=9090}",
                            "c1/foo/app2-1 10.0.0.2 {80=8080, 9090=9090} sick");
        }

        @Test
        void thatAreNotReadyCountWhereTheServicePublishesThem() {
            String published = service("foo", "all", "a: b", "10.96.0.50")
                    .replace("spec: {", "spec: {publishNotReadyAddresses: true, ");
            AmbientService found = index(
                            published,
                            captured("foo", "app2", "a", "10.0.0.2")
                                    .replace(
                                            "phase: Running",
                                            "phase: Running, conditions: [{type: Ready, status: 'False'}]"))
                    .serviceByHostname("all.foo.svc.cluster.local", "foo")
                    .orElseThrow();

            assertThat(found.endpoints()).hasSize(2).allMatch(AmbientEndpoint::healthy);
        }

        @Test
        void ofAnEntryAreWhatItSays() {
            AmbientService found = index(entry(
                            "foo",
                            "resolution: STATIC, location: MESH_INTERNAL, endpoints: [{address: 198.51.100.1, weight: 3,"
                                    + " locality: r/z, serviceAccount: sa}, {address: 198.51.100.2, network: n9},"
                                    + " {address: 'unix:///a.sock'}]"))
                    .serviceByHostname("api.example", "foo")
                    .orElseThrow();
            AmbientWorkload first = found.endpoints().get(0).workload();

            assertThat(endpoints(found)).containsExactly("foo/api.example/198.51.100.1 198.51.100.1 {80=80}");
            assertThat(first.capacity()).isEqualTo(3);
            assertThat(first.locality()).isEqualTo("r/z");
            assertThat(first.principal()).hasValue("cluster.local/ns/foo/sa/sa");
            assertThat(first.addresses()).containsExactly("198.51.100.1");
            assertThat(first.namespace()).isEqualTo("foo");
            assertThat(first.cluster()).isEqualTo("c1");
        }
    }

    @Test
    void anEntryIsInTheNetworkItNames() {
        String entry = """
                apiVersion: networking.istio.io/v1
                kind: WorkloadEntry
                metadata: {name: vm, namespace: foo}
                spec: {address: 10.0.0.77, serviceAccount: vm NETWORK}
                """;
        AmbientIndex other = index(entry.replace(" NETWORK", ", network: n9"));
        AmbientIndex own = index(entry.replace(" NETWORK", ""));

        assertThat(other.workloadByAddress("10.0.0.77")).isEmpty();
        assertThat(other.workload("c1/foo/vm").orElseThrow().network()).isEqualTo("n9");
        assertThat(own.workloadByAddress("10.0.0.77")).map(AmbientWorkload::id).hasValue("c1/foo/vm");
        assertThat(own.workload("c1/foo/vm").orElseThrow().capacity()).isEqualTo(1);
    }

    @Nested
    class AWaypoint {
        private final AmbientIndex index = index(
                Waypoints.waypoint("foo", "wp", "1", "istio.io/waypoint-for: all", ""),
                Waypoints.service(),
                pod(
                        "foo",
                        "own",
                        "own",
                        "10.0.0.7",
                        ", istio.io/use-waypoint: wp",
                        ", annotations: {ambient.istio.io/redirection: enabled}"));
        private final Map<String, String> labels = Map.of("gateway.networking.k8s.io/gateway-name", "wp");

        @Test
        void isThatOfItsPods() {
            assertThat(index.waypointOf("foo", labels)).map(Waypoint::name).hasValue("wp");
            assertThat(index.waypointOf("bar", labels)).isEmpty();
            assertThat(index.waypointOf("foo", Map.of("gateway.networking.k8s.io/gateway-name", "x")))
                    .isEmpty();
            assertThat(index.waypointOf("foo", Map.of())).isEmpty();
        }

        @Test
        void servesWhatNamesIt() {
            Waypoint waypoint = index.waypointOf("foo", labels).orElseThrow();

            assertThat(index.servedBy(waypoint))
                    .extracting(service -> service.service().name())
                    .containsExactly("svc");
            assertThat(index.workloadsBehind(waypoint))
                    .extracting(AmbientWorkload::id)
                    .containsExactly("c1/foo/own-1");
        }

        @Test
        void hasNoneItself() {
            AmbientIndex all = index(
                    "apiVersion: v1\nkind: Namespace\nmetadata: {name: foo, labels: {istio.io/dataplane-mode: ambient,"
                            + " istio.io/use-waypoint: wp}}\n",
                    Waypoints.waypoint("foo", "wp", "1", "istio.io/waypoint-for: all", ""));

            assertThat(all.serviceByHostname("app.foo.svc.cluster.local", "foo")
                            .orElseThrow()
                            .waypoint())
                    .isPresent();
            assertThat(all.serviceByHostname("wp.foo.svc.cluster.local", "foo")
                            .orElseThrow()
                            .waypoint())
                    .isEmpty();
            assertThat(all.workload(AmbientMesh.APP).orElseThrow().waypoint()).isPresent();
            assertThat(all.workload("c1/foo/wp-1").orElseThrow().waypoint()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"1, true", "t, true", "T, true", "true, true", "TRUE, true", "True, true", "yes, false", "0, false"
        })
        void getsCallsOfGatewaysWhereTheServiceSaysSo(String value, boolean used) {
            String label = "istio.io/ingress-use-waypoint: \"" + value + "\"";

            assertThat(index(service("foo", "one", label, "10.96.0.50"))
                            .serviceByHostname("one.foo.svc.cluster.local", "foo")
                            .orElseThrow()
                            .gatewaysUseWaypoint())
                    .isEqualTo(used);
        }
    }

    @Nested
    class WhereWaypointsAreLetIn {
        private static final String TOLD = """
                apiVersion: sailoperator.io/v1
                kind: Istio
                metadata: {name: default}
                spec:
                  namespace: istio-system
                  profile: ambient
                  values: {pilot: {env: {PILOT_AUTO_ALLOW_WAYPOINT_POLICY: "true"}}}
                """;

        private static List<String> policies(String workload, String... manifests) {
            AmbientIndex index = index(manifests);
            return index.policies(index.workload(workload).orElseThrow()).stream()
                    .map(L4Policy::toString)
                    .toList();
        }

        @Test
        void eachInFrontOfAWorkloadIsAllowed() {
            String waypoint = Waypoints.waypoint("foo", "wp", "1", "istio.io/waypoint-for: all", "");
            String own = AmbientMesh.authorization("{action: DENY}");
            String behind = pod(
                    "foo",
                    "own",
                    "own",
                    "10.0.0.7",
                    ", istio.io/use-waypoint: wp",
                    ", annotations: {ambient.istio.io/redirection: enabled}");

            assertThat(policies(AmbientMesh.APP, TOLD, waypoint, Waypoints.service(), own))
                    .containsExactly("DENY foo/p", "ALLOW foo/istio_allow_waypoint_foo_wp");
            assertThat(policies("c1/foo/own-1", TOLD, waypoint, behind))
                    .containsExactly("ALLOW foo/istio_allow_waypoint_foo_wp");
            assertThat(policies("c1/bar/web-1", TOLD, waypoint, Waypoints.service()))
                    .isEmpty();
            assertThat(policies(AmbientMesh.APP, waypoint, Waypoints.service(), own))
                    .containsExactly("DENY foo/p");
        }

        @Test
        void oneWithoutPodHasNoIdentityToAllow() {
            String empty = Waypoints.waypoint();
            String gateway = empty.substring(0, empty.indexOf("---"));

            assertThat(policies(AmbientMesh.APP, TOLD, gateway, Waypoints.service()))
                    .isEmpty();
        }
    }
}
