package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.topology.ClusterTopology;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DestinationHostsTest {
    private static final String SERVICES = """
            apiVersion: v1
            kind: Service
            metadata: {name: reviews, namespace: shop}
            spec: {ports: [{port: 80, name: http}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: two, namespace: shop}
            spec: {ports: [{port: 80, name: http}, {port: 443, name: https}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: hidden, namespace: back, annotations: {networking.istio.io/exportTo: "front, ."}}
            spec: {ports: [{port: 80, name: http}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: wild, namespace: shop}
            spec: {hosts: ["*.eu.example.com"], ports: [{number: 443, name: tls, protocol: TLS}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: own, namespace: back}
            spec: {hosts: [api.example.com], exportTo: ["."], ports: [{number: 443, name: tls, protocol: TLS}]}
            ---
            """;

    private static List<String> lines(String namespace, String rules) {
        String head = """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: routes, namespace: %s}
                spec:
                """.replace("%s", namespace);
        return AnalysedMesh.of(SERVICES + head + rules.indent(2))
                .lines(IssueCode.HOST_NOT_FOUND, IssueCode.PORT_NOT_FOUND, IssueCode.DESTINATION_PORT_REQUIRED);
    }

    @Nested
    class Hosts {
        @Test
        void areFoundByShortAndFullNameAndByWildcard() {
            assertThat(lines("shop", """
                            http:
                            - route: [{destination: {host: reviews}}]
                            - route: [{destination: {host: reviews.shop.svc.cluster.local}}]
                            - route: [{destination: {host: pay.eu.example.com}}]
                            - route: [{destination: {host: "*.eu.example.com"}}]
                            """)).isEmpty();
        }

        @Test
        void thatDoNotExistAreErrorsWhereverTheyAreNamed() {
            assertThat(lines("shop", """
                            http:
                            - route: [{destination: {host: reviwes}}]
                              mirror: {host: ghost.shop.svc.cluster.local}
                            - route: [{destination: {host: reviews}}]
                              mirrors: [{destination: {host: ghost}}]
                            tls:
                            - match: [{sniHosts: [a]}]
                              route: [{destination: {host: none.example.com}}]
                            tcp:
                            - route: [{destination: {host: reviews}}, {destination: {host: gone}}]
                            """))
                    .containsExactly(
                            "ERROR VirtualService/shop/routes spec.http[0].route[0].destination.host: host \"reviwes\""
                                    + " (reviwes.shop.svc.cluster.local) is no Service or ServiceEntry that namespace"
                                    + " \"shop\" of cluster \"east\" sees; correct the host or add the service"
                                    + " [east.yaml:31:34] HOST_NOT_FOUND",
                            "ERROR VirtualService/shop/routes spec.http[0].mirror.host: host"
                                    + " \"ghost.shop.svc.cluster.local\" is no Service or ServiceEntry that namespace"
                                    + " \"shop\" of cluster \"east\" sees; correct the host or add the service"
                                    + " [east.yaml:32:20] HOST_NOT_FOUND",
                            "ERROR VirtualService/shop/routes spec.http[1].mirrors[0].destination.host: host \"ghost\""
                                    + " (ghost.shop.svc.cluster.local) is no Service or ServiceEntry that namespace"
                                    + " \"shop\" of cluster \"east\" sees; correct the host or add the service"
                                    + " [east.yaml:34:36] HOST_NOT_FOUND",
                            "ERROR VirtualService/shop/routes spec.tls[0].route[0].destination.host: host"
                                    + " \"none.example.com\" is no Service or ServiceEntry that namespace \"shop\" of"
                                    + " cluster \"east\" sees; correct the host or add the service"
                                    + " [east.yaml:37:34] HOST_NOT_FOUND",
                            "ERROR VirtualService/shop/routes spec.tcp[0].route[1].destination.host: host \"gone\""
                                    + " (gone.shop.svc.cluster.local) is no Service or ServiceEntry that namespace"
                                    + " \"shop\" of cluster \"east\" sees; correct the host or add the service"
                                    + " [east.yaml:39:66] HOST_NOT_FOUND");
        }

        @Test
        void areSeenOnlyWhereTheyAreExportedTo() {
            String hidden = "http: [{route: [{destination: {host: hidden.back.svc.cluster.local}}]}]\n";
            String own = "http: [{route: [{destination: {host: api.example.com}}]}]\n";

            assertThat(lines("front", hidden)).isEmpty();
            assertThat(lines("back", hidden)).isEmpty();
            assertThat(lines("shop", hidden)).hasSize(1);
            assertThat(lines("back", own)).isEmpty();
            assertThat(lines("shop", own)).hasSize(1);
        }

        @Test
        void mustBeSeenWhereTheVirtualServiceIsExportedTo() {
            String rule = "http: [{route: [{destination: {host: hidden}}]}]\n";

            assertThat(lines("back", rule)).isEmpty();
            assertThat(lines("back", "exportTo: [front]\n" + rule)).isEmpty();
            assertThat(lines("back", "exportTo: [bogus]\n" + rule)).hasSize(1);
        }

        @Test
        void mayBeServicesOfAnotherClusterThatIsDiscovered() {
            String rule = """
                    apiVersion: networking.istio.io/v1
                    kind: VirtualService
                    metadata: {name: routes, namespace: shop}
                    spec: {http: [{route: [{destination: {host: reviews}}]}]}
                    """;
            ClusterTopology blind =
                    ClusterTopology.builder().name("blind").discovers(List.of()).build();

            assertThat(AnalysedMesh.empty()
                            .cluster(ClusterTopology.of("east"), rule)
                            .cluster(ClusterTopology.of("west"), SERVICES)
                            .lines(IssueCode.HOST_NOT_FOUND))
                    .isEmpty();
            assertThat(AnalysedMesh.empty()
                            .cluster(blind, rule, SERVICES.replace("name: reviews", "name: other"))
                            .cluster(ClusterTopology.of("west"), SERVICES)
                            .lines(IssueCode.HOST_NOT_FOUND))
                    .hasSize(1);
        }

        @Test
        void areNotJudgedWhenTheMeshHoldsNoServiceAtAll() {
            assertThat(AnalysedMesh.of("""
                                    apiVersion: networking.istio.io/v1
                                    kind: VirtualService
                                    metadata: {name: routes, namespace: shop}
                                    spec: {http: [{route: [{destination: {host: reviews}}]}]}
                                    """).lines(IssueCode.HOST_NOT_FOUND)).isEmpty();
        }
    }

    @Nested
    class Ports {
        @Test
        void mustExist() {
            assertThat(lines("shop", """
                            http:
                            - route: [{destination: {host: reviews, port: {number: 80}}}]
                            - route: [{destination: {host: reviews, port: {number: 81}}}]
                            """))
                    .containsExactly(
                            "ERROR VirtualService/shop/routes spec.http[1].route[0].destination.port.number: port 81 is"
                                    + " not among the ports [80] of Service/shop/reviews; use one of them or add the port"
                                    + " there [east.yaml:32:58] PORT_NOT_FOUND");
        }

        @Test
        void mustBeNamedWhenThereAreSeveral() {
            assertThat(lines("shop", """
                            http:
                            - route: [{destination: {host: two, port: {number: 443}}}]
                            - route: [{destination: {host: two}}]
                            """))
                    .containsExactly(
                            "ERROR VirtualService/shop/routes spec.http[1].route[0].destination: Service/shop/two has the"
                                    + " ports [80, 443], but none is named; name one by port.number [east.yaml:32:27]"
                                    + " DESTINATION_PORT_REQUIRED");
        }
    }
}
