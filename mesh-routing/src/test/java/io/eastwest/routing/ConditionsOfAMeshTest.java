package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.SidecarNetworks;
import io.eastwest.routing.proxy.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsOfAMeshTest {
    private static final String NO_RETRIES = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: api, namespace: shop}
            spec:
              hosts: [api.shop.svc.cluster.local]
              http: [{route: [{destination: {host: api.shop.svc.cluster.local}}], retries: {attempts: 0}}]
            """;
    private static final String EJECTING =
            "{outlierDetection: {maxEjectionPercent: 100}, loadBalancer: {localityLbSetting: {enabled: false}}}";

    private static Decision decide(SidecarNetworks mesh, String conditions) {
        return mesh.add("c1", NO_RETRIES)
                .router()
                .decide(Call.get("http://api.shop/a").from("web", "shop", "c1"), Conditions.parse(conditions));
    }

    private static String shares(Decision decision) {
        Map<String, Share> shares = new TreeMap<>();
        decision.endpoints().forEach(target -> shares.merge(target.owner(), target.share(), Share::plus));
        return shares + " refused " + decision.share(Outcome.Kind.REFUSED);
    }

    @Nested
    class WhoDoesNotAnswer {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                healthy                     | {c1/shop/api-1=1/4, c1/shop/api-2=1/4, c2/shop/api-1=1/8, c2/shop/api-2=1/8, c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 0
                pod c1/shop/api-1 down      | {c1/shop/api-2=1/4, c2/shop/api-1=1/8, c2/shop/api-2=1/8, c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 1/4
                endpoint 10.1.0.1:8080 down | {c1/shop/api-2=1/4, c2/shop/api-1=1/8, c2/shop/api-2=1/8, c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 1/4
                workload c1/shop/api down   | {c2/shop/api-1=1/8, c2/shop/api-2=1/8, c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 1/2
                cluster c2 down             | {c1/shop/api-1=1/4, c1/shop/api-2=1/4, c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 1/4
                network n2 down             | {c1/shop/api-1=1/4, c1/shop/api-2=1/4, c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 1/4
                gateways n2 down            | {c1/shop/api-1=1/4, c1/shop/api-2=1/4, c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 1/4
                gateway 203.0.113.2 down    | {c1/shop/api-1=1/4, c1/shop/api-2=1/4, c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 1/4
                link n2 n1 cut              | {c1/shop/api-1=1/4, c1/shop/api-2=1/4, c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 1/4
                link n2 n3 cut              | {c1/shop/api-1=1/4, c1/shop/api-2=1/4, c2/shop/api-1=1/8, c2/shop/api-2=1/8, c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 0
                node c1/b down              | {c1/shop/api-1=1/4, c2/shop/api-1=1/8, c2/shop/api-2=1/8, c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 1/4
                """)
        void withoutOutlierDetectionItsShareIsLost(String conditions, String shares) {
            assertThat(shares(decide(SidecarNetworks.mesh(), conditions))).isEqualTo(shares);
        }

        /** A zone takes half of the pods of every gateway with it, and half of the pods behind. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                zone r/b down | {c1/shop/api-1=1/4, c2/shop/api-1=1/16, c3/shop/api-1=1/16} refused 5/8
                region r down | {} refused 1
                """)
        void aZoneTakesGatewaysAndPods(String conditions, String shares) {
            assertThat(shares(decide(SidecarNetworks.mesh(), conditions))).isEqualTo(shares);
        }
    }

    @Nested
    class AtGateways {
        @Test
        void oneOfTwoPodsLosesHalfOfTheConnectionsToItsAddress() {
            Decision decision = decide(SidecarNetworks.mesh().rule(EJECTING), "pod c2/istio-system/ew-a down");

            assertThat(shares(decision))
                    .isEqualTo("{c1/shop/api-1=1/4, c1/shop/api-2=1/4, c2/shop/api-1=1/16, c2/shop/api-2=1/16,"
                            + " c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 1/8");
            assertThat(decision.outcomes())
                    .anyMatch(outcome -> outcome.detail()
                            .equals("gateway c2/istio-system/ew-a behind 203.0.113.2 does not answer"
                                    .replace("203.0.113.2 ", "203.0.113.2:15443 ")));
        }

        @Test
        void anAddressOfWhichAllPodsAreDownIsEjected() {
            Decision decision = decide(SidecarNetworks.mesh().rule(EJECTING), "workload c2/istio-system/ew down");

            assertThat(shares(decision))
                    .isEqualTo(
                            "{c1/shop/api-1=1/3, c1/shop/api-2=1/3, c3/shop/api-1=1/6, c3/shop/api-2=1/6} refused 0");
        }

        @Test
        void theGatewayEjectsWhatIsDownBehindIt() {
            Decision decision = decide(SidecarNetworks.mesh().rule(EJECTING), "pod c2/shop/api-1 down");

            assertThat(shares(decision))
                    .isEqualTo("{c1/shop/api-1=1/4, c1/shop/api-2=1/4, c2/shop/api-2=1/4,"
                            + " c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 0");
        }

        @Test
        void anAddressBehindWhichNothingAnswersIsEjected() {
            for (String cause : List.of("workload c2/shop/api down", "certificate c2/shop/api expired")) {
                Decision decision = decide(SidecarNetworks.mesh().rule(EJECTING), cause);

                assertThat(shares(decision))
                        .isEqualTo("{c1/shop/api-1=1/3, c1/shop/api-2=1/3, c3/shop/api-1=1/6, c3/shop/api-2=1/6}"
                                + " refused 0");
            }
        }

        @Test
        void withoutOutlierDetectionTheClientCannotEjectAPodBehindIt() {
            Decision decision = decide(SidecarNetworks.mesh(), "pod c2/shop/api-1 down");

            assertThat(decision.share(Outcome.Kind.REFUSED)).hasToString("1/8");
            assertThat(decision.outcomes())
                    .anyMatch(outcome -> outcome.flags().equals("UF")
                            && outcome.detail().equals("endpoint 10.2.0.1:8080 does not answer its gateway"));
        }
    }

    @Nested
    class ExpiredCertificates {
        @Test
        void ofAServerAreRefusedByItsClientsWhereverTheyAre() {
            Decision decision = decide(
                    SidecarNetworks.mesh(), "certificate c1/shop/api-1 expired; certificate c2/shop/api-1 expired");

            assertThat(shares(decision))
                    .isEqualTo(
                            "{c1/shop/api-2=1/4, c2/shop/api-2=1/8, c3/shop/api-1=1/8, c3/shop/api-2=1/8} refused 3/8");
            assertThat(decision.outcomes())
                    .anyMatch(outcome -> outcome.flags().equals("UF")
                            && outcome.detail()
                                    .equals("TLS: the certificate of c1/shop/api-1 has expired"
                                            + " (CERTIFICATE_VERIFY_FAILED)"));
        }

        @Test
        void ofAClientAreRefusedByEveryServer() {
            Decision decision = decide(SidecarNetworks.mesh(), "certificate c1/shop/web expired");

            assertThat(shares(decision)).isEqualTo("{} refused 1");
            assertThat(decision.outcomes())
                    .anyMatch(outcome -> outcome.detail()
                            .equals("TLS: c2/shop/api-1 refuses the certificate of c1/shop/web-1, which has expired"
                                    + " (SSLV3_ALERT_CERTIFICATE_EXPIRED)"));
        }

        @Test
        void letPlainTextPass() {
            Decision decision = decide(SidecarNetworks.mesh().rule("{tls: {mode: DISABLE}}"), "authority c1 expired");

            assertThat(shares(decision)).isEqualTo("{c1/shop/api-1=1/2, c1/shop/api-2=1/2} refused 0");
        }

        @Test
        void ofAnAuthorityReachAllClustersThatItServes() {
            MeshRouter router = SidecarNetworks.mesh().add("c2", NO_RETRIES).router();
            Call call = Call.get("http://api.shop/a").from("web", "shop", "c2");

            assertThat(router.decide(call, Conditions.authorityExpired("c1")).shareOfCluster("c3"))
                    .hasToString("0");
            assertThat(shares(router.decide(call, Conditions.authorityExpired("c1"))))
                    .isEqualTo("{c2/shop/api-1=1/4, c2/shop/api-2=1/4} refused 1/2");
        }

        @Test
        void areEjectedLikeWhatIsDown() {
            Decision decision = decide(SidecarNetworks.mesh().rule(EJECTING), "certificate c1/shop/api-1 expired");

            assertThat(shares(decision))
                    .isEqualTo("{c1/shop/api-2=1/3, c2/shop/api-1=1/6, c2/shop/api-2=1/6, c3/shop/api-1=1/6,"
                            + " c3/shop/api-2=1/6} refused 0");
        }
    }

    @Nested
    class ControlPlanes {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                control-plane c1 down | the control plane of c1 is down;
                cluster c1 down       | cluster c1 is down, which runs the control plane;
                gateways n1 down      | the gateways of network n1 lead to the control plane of c1 and are down;
                link n1 n3 cut        | it does not reach network n1 of the control plane of c1;
                """)
        void ofARemoteClusterAreLostWithTheWayToThem(String conditions, String cause) {
            Decision decision = SidecarNetworks.mesh()
                    .router()
                    .decide(Call.get("http://api.shop/a").from("web", "shop", "c3"), Conditions.parse(conditions));

            assertThat(decision.findings())
                    .anySatisfy(finding -> assertThat(finding)
                            .startsWith("cluster c3 has no control plane: " + cause)
                            .contains("certificates are not renewed"));
        }

        @Test
        void changeNoDecision() {
            MeshRouter router = SidecarNetworks.mesh().router();
            Call call = Call.get("http://api.shop/a").from("web", "shop", "c2");

            Decision decision = router.decide(call, Conditions.controlPlaneDown("c2"));

            assertThat(decision.endpoints()).isEqualTo(router.decide(call).endpoints());
            assertThat(decision.findings()).anyMatch(text -> text.startsWith("cluster c2 has no control plane"));
            assertThat(router.decide(call).findings()).noneMatch(text -> text.contains("control plane"));
        }
    }

    @Test
    void aCallerThatIsDownIsTold() {
        assertThat(decide(SidecarNetworks.mesh(), "node c1/a down").findings())
                .anyMatch(text -> text.startsWith("the caller c1/shop/web-1 is down itself"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cluster c9 down                 | cluster "c9", which the mesh does not have; it has [c1, c2, c3]
            control-plane c3 down           | control plane in cluster "c3", which the mesh does not have; it has [c1, c2]
            authority c3 expired            | control plane in cluster "c3", which the mesh does not have; it has [c1, c2]
            pod c1/shop/api-9 down          | pod "c1/shop/api-9", which the mesh does not have; it has [c1/shop/api-1, c1/shop/api-2, c1/shop/web-1]
            workload c1/shop/app down       | workload "c1/shop/app", which the mesh does not have; it has [c1/shop/api-1, c1/shop/api-2, c1/shop/web-1]
            certificate c1/shop/app expired | workload "c1/shop/app", which the mesh does not have; it has [c1/shop/api-1, c1/shop/api-2, c1/shop/web-1]
            node c2/x down                  | node "c2/x", which the mesh does not have; it has [c2/a, c2/b]
            zone r/x down                   | locality "r/x", which the mesh does not have; it has [r/a/, r/b/]
            network n9 down                 | network "n9", which the mesh does not have; it has [n1, n2, n3]
            gateways n9 down                | network with gateways "n9", which the mesh does not have; it has [n1, n2, n3]
            gateway 203.0.113.9 down        | gateway of a network "203.0.113.9", which the mesh does not have; it has [203.0.113.1, 203.0.113.2, 203.0.113.3]
            link n1 n9 cut                  | network "n9", which the mesh does not have; it has [n1, n2, n3]
            """)
    void namesThatTheMeshDoesNotHaveAreRefused(String conditions, String message) {
        assertThatThrownBy(() -> decide(SidecarNetworks.mesh(), conditions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("conditions name " + message);
    }
}
