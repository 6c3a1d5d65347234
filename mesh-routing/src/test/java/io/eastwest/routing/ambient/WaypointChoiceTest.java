package io.eastwest.routing.ambient;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.gatewayapi.GatewayClass;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which waypoint an object goes through: section 5.2 of security-ambient.md. */
class WaypointChoiceTest {
    private static final String HOSTNAME = "{type: Hostname, value: wp.foo.svc.cluster.local}";
    private static final Map<String, String> USE = Map.of("istio.io/use-waypoint", "wp");

    private static String gateway(String labels, String listener, String status) {
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: wp, namespace: foo, labels: {LABELS}}
                spec:
                  gatewayClassName: istio-waypoint
                  listeners:
                  - {name: other, port: 15008, protocol: TCP, allowedRoutes: {namespaces: {from: All}}}
                  - {name: far, port: 15009, protocol: HBONE, allowedRoutes: {namespaces: {from: All}}}
                  - {name: mesh, port: 15008, protocol: HBONELISTENER}
                status: {addresses: [STATUS]}
                """.replace("LABELS", labels).replace("LISTENER", listener).replace("STATUS", status);
    }

    private static String gateway() {
        return gateway("", "", HOSTNAME);
    }

    private static WorkloadInstance pod(String namespace, String name, String gateway) {
        return WorkloadInstance.builder()
                .cluster("c1")
                .namespace(namespace)
                .name(name)
                .putLabel("gateway.networking.k8s.io/gateway-name", gateway)
                .network("")
                .locality("")
                .serviceAccount("spiffe://cluster.local/ns/" + namespace + "/sa/" + name)
                .mutualTls(false)
                .build();
    }

    private static Waypoints waypoints(HandMadeCluster cluster, WorkloadInstance... pods) {
        return new Waypoints(cluster, List.of(), List.of(pods), "td");
    }

    private static HandMadeCluster cluster(String... manifests) {
        return new HandMadeCluster("c1").with(manifests);
    }

    private static String text(Waypoints.Choice choice) {
        return choice.waypoint().map(Waypoint::name).orElse("none")
                + choice.problem().map(text -> ": " + text).orElse("");
    }

    @Nested
    class AWaypoint {
        @Test
        void isAGatewayWithAnAddressAndHasTheIdentitiesOfItsPods() {
            Waypoint waypoint = waypoints(
                            cluster(gateway()),
                            pod("foo", "z", "wp"),
                            pod("foo", "b", "wp"),
                            pod("foo", "other", "wp2"),
                            pod("bar", "alien", "wp"),
                            pod("foo", "b", "wp"))
                    .all()
                    .get(0);

            assertThat(waypoint.principals()).containsExactly("td/ns/foo/sa/b", "td/ns/foo/sa/z");
            assertThat(waypoint.hostname()).hasValue("wp.foo.svc.cluster.local");
            assertThat(waypoint.address()).isEmpty();
            assertThat(waypoint.className()).isEqualTo("istio-waypoint");
            assertThat(waypoint.cluster()).isEqualTo("c1");
            assertThat(waypoint.namespace()).isEqualTo("foo");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{value: 10.0.0.1} | 10.0.0.1",
                    "{type: IPAddress, value: ''}, {type: IPAddress, value: 10.0.0.2} | 10.0.0.2",
                    "{type: IPAddress, value: 10.0.0.1}, {type: Hostname, value: h} | -",
                })
        void isReachedByAddressWhereItHasNoName(String status, String address) {
            Waypoint waypoint =
                    waypoints(cluster(gateway("", "", status))).all().get(0);

            assertThat(waypoint.address().orElse("-")).isEqualTo(address);
            assertThat(waypoint.hostname().isPresent()).isEqualTo(address.equals("-"));
        }

        @ParameterizedTest
        @CsvSource({"service, true, false", "workload, false, true", "all, true, true", "none, false, false"})
        void isForWhatItsGatewayOrClassSays(String traffic, boolean services, boolean workloads) {
            Waypoint own = waypoints(cluster(gateway("istio.io/waypoint-for: " + traffic, "", HOSTNAME)))
                    .all()
                    .get(0);
            String ofClass = """
                    apiVersion: gateway.networking.k8s.io/v1
                    kind: GatewayClass
                    metadata: {name: NAME, labels: {istio.io/waypoint-for: TRAFFIC}}
                    spec: {controllerName: istio.io/mesh-controller}
                    """.replace("TRAFFIC", traffic);
            Waypoint byClass = withClass(ofClass.replace("NAME", "istio-waypoint"));
            Waypoint byOther = withClass(ofClass.replace("NAME", "other"));

            assertThat(List.of(own.forServices(), own.forWorkloads())).containsExactly(services, workloads);
            assertThat(List.of(byClass.forServices(), byClass.forWorkloads())).containsExactly(services, workloads);
            assertThat(List.of(byOther.forServices(), byOther.forWorkloads())).containsExactly(true, false);
        }

        private Waypoint withClass(String manifest) {
            GatewayClass read = (GatewayClass) ManifestReader.strict()
                    .read("class.yaml", manifest)
                    .orThrow()
                    .get(0)
                    .resource();
            return new Waypoints(cluster(gateway()), List.of(read), List.of(), "td")
                    .all()
                    .get(0);
        }

        @Test
        void hasPodsOfItsOwn() {
            Waypoints known = waypoints(cluster(gateway()));
            WorkloadInstance plain =
                    pod("foo", "x", "wp").toBuilder().labels(Map.of()).build();

            assertThat(known.isInstance(pod("foo", "x", "wp"))).isTrue();
            assertThat(known.isInstance(pod("bar", "x", "wp"))).isFalse();
            assertThat(known.isInstance(pod("foo", "x", "wp2"))).isFalse();
            assertThat(known.isInstance(plain)).isFalse();
        }
    }

    @Nested
    class TheChoice {
        @Test
        void isThatOfTheObjectElseOfItsNamespace() {
            HandMadeCluster cluster = cluster(gateway()).namespace("foo", USE);

            assertThat(text(waypoints(cluster(gateway())).ofService(USE, "foo")))
                    .isEqualTo("wp");
            assertThat(text(waypoints(cluster(gateway())).ofService(Map.of(), "foo")))
                    .isEqualTo("none");
            assertThat(text(waypoints(cluster).ofService(Map.of(), "foo"))).isEqualTo("wp");
            assertThat(text(waypoints(cluster).ofService(Map.of("istio.io/use-waypoint", "none"), "foo")))
                    .isEqualTo("none");
            assertThat(text(waypoints(cluster).ofService(Map.of("istio.io/use-waypoint", "ghost"), "foo")))
                    .isEqualTo("none: waypoint foo/ghost is not there");
        }

        @Test
        void mayNameAnotherNamespaceThatAllowsIt() {
            Map<String, String> far = Map.of("istio.io/use-waypoint", "wp", "istio.io/use-waypoint-namespace", "foo");
            String selecting = ", allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {team: a}}}}";
            HandMadeCluster some = cluster(gateway("", selecting, HOSTNAME))
                    .namespace("bar", Map.of("team", "a"))
                    .namespace("baz", Map.of("team", "b"));
            String all = ", allowedRoutes: {namespaces: {from: All}}";

            assertThat(text(waypoints(cluster(gateway())).ofService(far, "foo")))
                    .isEqualTo("wp");
            assertThat(text(waypoints(cluster(gateway())).ofService(far, "bar")))
                    .isEqualTo("none: waypoint foo/wp does not allow namespace bar");
            assertThat(text(waypoints(cluster(gateway("", all, HOSTNAME))).ofService(far, "bar")))
                    .isEqualTo("wp");
            assertThat(text(waypoints(some).ofService(far, "bar"))).isEqualTo("wp");
            assertThat(text(waypoints(some).ofService(far, "baz")))
                    .isEqualTo("none: waypoint foo/wp does not allow namespace baz");
        }

        @Test
        void isNoneWithoutAddress() {
            assertThat(text(waypoints(cluster(gateway("", "", ""))).ofService(USE, "foo")))
                    .isEqualTo("none: waypoint foo/wp has no address");
        }

        @Test
        void isNoneForOtherTrafficAndToldWhereTheObjectAsksForIt() {
            HandMadeCluster cluster = cluster(gateway("istio.io/waypoint-for: service", "", HOSTNAME))
                    .namespace("foo", USE);

            assertThat(text(waypoints(cluster).ofWorkload(USE, "foo")))
                    .isEqualTo("none: waypoint foo/wp is not for workloads");
            assertThat(text(waypoints(cluster).ofWorkload(Map.of(), "foo"))).isEqualTo("none");
            assertThat(text(waypoints(cluster(gateway("istio.io/waypoint-for: none", "", HOSTNAME))
                                    .namespace("foo", USE))
                            .ofService(Map.of(), "foo")))
                    .isEqualTo("none: waypoint foo/wp is not for services");
        }

        @Test
        void aBindingIsToldAsNotModelled() {
            String bound =
                    gateway().replace("labels: {}", "annotations: {ambient.istio.io/waypoint-inbound-binding: a}");

            assertThat(text(waypoints(cluster(bound)).ofService(USE, "foo")))
                    .isEqualTo("wp: Gateway/foo/wp: annotation ambient.istio.io/waypoint-inbound-binding is not"
                            + " modelled");
        }
    }
}
