package io.eastwest.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents and the exact lines about them. */
class MeshValidationTest {
    private static final String HEAD = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: reviews, namespace: shop}
            spec:
            """;

    private static List<String> lines(String spec) {
        return ManifestReader.strict().read("reviews.yaml", HEAD + spec.indent(2)).orThrow().stream()
                .flatMap(manifest -> MeshValidation.check(manifest).stream())
                .filter(Issue::isError)
                .map(Issue::toString)
                .toList();
    }

    @Nested
    class Weights {
        @Test
        void mayLackAndNeedNotSumUpToAHundred() {
            assertThat(lines("""
                            hosts: [reviews]
                            http:
                            - route: [{destination: {host: a}}]
                            - route: [{destination: {host: a}, weight: 0}]
                            - route: [{destination: {host: a}, weight: 3}, {destination: {host: b}}]
                            """)).isEmpty();
        }

        @Test
        void mustNotBeNegative() {
            assertThat(lines("""
                            hosts: [reviews]
                            http:
                            - route:
                              - {destination: {host: a}, weight: 10}
                              - {destination: {host: b}, weight: -5}
                            """))
                    .containsExactly(
                            "ERROR VirtualService/shop/reviews spec.http[0].route[1].weight: weight must be 0 or more but"
                                    + " was -5; remove the sign or the field [reviews.yaml:9:40] WEIGHT_NEGATIVE");
        }

        @Test
        void ofSeveralDestinationsMustNotAllBeZero() {
            assertThat(lines("""
                            hosts: [reviews]
                            http:
                            - route: [{destination: {host: a}}, {destination: {host: b}}]
                            """))
                    .containsExactly(
                            "ERROR VirtualService/shop/reviews spec.http[0].route: the weights of 2 destinations sum up to"
                                    + " 0; give one of them a weight [reviews.yaml:7:12] WEIGHTS_ZERO");
        }

        @Test
        void ofTlsAndTcpRulesFollowTheSameRules() {
            assertThat(lines("""
                            hosts: [reviews]
                            tls:
                            - match: [{sniHosts: [reviews]}]
                              route: [{destination: {host: a}, weight: -1}]
                            tcp:
                            - route: [{destination: {host: a}, weight: 0}, {destination: {host: b}, weight: 0}]
                            """))
                    .containsExactly(
                            "ERROR VirtualService/shop/reviews spec.tls[0].route[0].weight: weight must be 0 or more but"
                                    + " was -1; remove the sign or the field [reviews.yaml:8:46] WEIGHT_NEGATIVE",
                            "ERROR VirtualService/shop/reviews spec.tcp[0].route: the weights of 2 destinations sum up to"
                                    + " 0; give one of them a weight [reviews.yaml:10:12] WEIGHTS_ZERO");
        }
    }

    @Nested
    class Rules {
        @Test
        void mustBeThere() {
            assertThat(lines("hosts: [reviews]\n"))
                    .containsExactly("ERROR VirtualService/shop/reviews spec: has no http, tls or tcp rules;"
                            + " add one of them [reviews.yaml:4:1] RULES_MISSING");
        }

        @Test
        void needAnAction() {
            assertThat(lines("""
                            hosts: [reviews]
                            http:
                            - match: [{uri: {prefix: /a}}]
                            tcp:
                            - match: [{port: 80}]
                            """))
                    .containsExactly(
                            "ERROR VirtualService/shop/reviews spec.http[0]: has no route, redirect or directResponse;"
                                    + " add one of them [reviews.yaml:7:5] ACTION_MISSING",
                            "ERROR VirtualService/shop/reviews spec.tcp[0]: has no route;"
                                    + " add a destination [reviews.yaml:9:5] ACTION_MISSING");
        }

        @Test
        void haveOneActionOnly() {
            assertThat(lines("""
                            hosts: [reviews]
                            http:
                            - redirect: {uri: /b}
                              route: [{destination: {host: a}}]
                              directResponse: {status: 200}
                            - directResponse: {status: 200}
                              rewrite: {uri: /b}
                              fault: {abort: {httpStatus: 500, percentage: {value: 1}}}
                            """))
                    .containsExactly(
                            "ERROR VirtualService/shop/reviews spec.http[0].route: must not be set beside redirect;"
                                    + " remove one of them [reviews.yaml:8:12] ACTION_CONFLICT",
                            "ERROR VirtualService/shop/reviews spec.http[0].directResponse: must not be set beside"
                                    + " redirect; remove one of them [reviews.yaml:9:21] ACTION_CONFLICT",
                            "ERROR VirtualService/shop/reviews spec.http[1].rewrite: must not be set beside"
                                    + " directResponse; remove one of them [reviews.yaml:11:14] ACTION_CONFLICT",
                            "ERROR VirtualService/shop/reviews spec.http[1].fault: must not be set beside"
                                    + " directResponse; remove one of them [reviews.yaml:12:12] ACTION_CONFLICT");
        }

        @Test
        void mirrorInOneWayOnly() {
            assertThat(lines("""
                            hosts: [reviews]
                            http:
                            - route: [{destination: {host: a}}]
                              mirror: {host: b}
                              mirrors: [{destination: {host: c}}]
                            """))
                    .containsExactly("ERROR VirtualService/shop/reviews spec.http[0].mirrors: must not be set beside"
                            + " mirror; remove one of them [reviews.yaml:9:14] ACTION_CONFLICT");
        }

        @Test
        void haveTimeoutsOfWholeMilliseconds() {
            assertThat(lines("""
                            hosts: [reviews]
                            http:
                            - {route: [{destination: {host: a}}], timeout: 0s}
                            - {route: [{destination: {host: a}}], timeout: 1500us}
                            - {route: [{destination: {host: a}}], timeout: 1.5s}
                            """))
                    .containsExactly(
                            "ERROR VirtualService/shop/reviews spec.http[0].timeout: must be whole milliseconds, 1ms or"
                                    + " more, but was 0s; use a duration such as 10s or 500ms [reviews.yaml:7:50]"
                                    + " DURATION_TOO_FINE",
                            "ERROR VirtualService/shop/reviews spec.http[1].timeout: must be whole milliseconds, 1ms or"
                                    + " more, but was 1.5ms; use a duration such as 10s or 500ms [reviews.yaml:8:50]"
                                    + " DURATION_TOO_FINE");
        }
    }

    @Nested
    class Delegates {
        @Test
        void haveHttpRulesOnly() {
            assertThat(lines("""
                            gateways: [entry]
                            http:
                            - delegate: {name: other}
                              route: [{destination: {host: a}}]
                            tcp:
                            - route: [{destination: {host: a}}]
                            """))
                    .containsExactly(
                            "ERROR VirtualService/shop/reviews spec.gateways: must be empty because there are no hosts,"
                                    + " which makes this a delegate; remove it or add hosts [reviews.yaml:5:13]"
                                    + " DELEGATE_CONFLICT",
                            "ERROR VirtualService/shop/reviews spec.http[0].delegate: must not be set because this"
                                    + " VirtualService is itself a delegate; remove it [reviews.yaml:7:15]"
                                    + " DELEGATE_CONFLICT",
                            "ERROR VirtualService/shop/reviews spec.tcp: must be empty because there are no hosts,"
                                    + " which makes this a delegate; remove it or add hosts [reviews.yaml:9:3]"
                                    + " DELEGATE_CONFLICT");
        }

        @Test
        void takeThePlaceOfTheRuleThatNamesThem() {
            assertThat(lines("""
                            hosts: [reviews]
                            http:
                            - delegate: {name: other}
                            - delegate: {name: other}
                              redirect: {uri: /b}
                              route: [{destination: {host: a}}]
                            """))
                    .containsExactly(
                            "ERROR VirtualService/shop/reviews spec.http[1].redirect: must not be set beside delegate;"
                                    + " remove one of them [reviews.yaml:9:15] ACTION_CONFLICT",
                            "ERROR VirtualService/shop/reviews spec.http[1].route: must not be set beside delegate;"
                                    + " remove one of them [reviews.yaml:10:12] ACTION_CONFLICT");
        }
    }

    @Nested
    class OfAMesh {
        @TempDir
        Path folder;

        @Test
        void coversEveryClusterAlsoWithoutFiles() {
            VirtualService wrong = VirtualService.of(
                    "shop",
                    "reviews",
                    VirtualServiceSpec.forHost(
                            "reviews", IstioHttpRoute.to(HttpRouteDestination.to(Destination.host("a"), -1))));
            MeshSnapshot mesh = MeshSnapshot.builder(MeshTopology.of(
                            "shop",
                            MeshTopologySpec.builder()
                                    .addCluster(ClusterTopology.of("east"))
                                    .addCluster(ClusterTopology.of("west"))
                                    .build()))
                    .add("west", wrong)
                    .build();

            assertThat(MeshValidation.check(mesh))
                    .hasToString("[ERROR VirtualService/shop/reviews spec.http[0].route[0].weight: weight must be 0 or"
                            + " more but was -1; remove the sign or the field WEIGHT_NEGATIVE]");
        }

        @Test
        void isPartOfReadingAFolderButNotWithAReaderOfOnesOwn() throws Exception {
            Files.createDirectories(folder.resolve("clusters/east"));
            Files.writeString(
                    folder.resolve("topology.yaml"),
                    "{apiVersion: eastwest.io/v1, kind: MeshTopology, metadata: {name: m},"
                            + " spec: {clusters: [{name: east}]}}");
            Files.writeString(folder.resolve("clusters/east/reviews.yaml"), HEAD + "  hosts: [reviews]\n");

            assertThat(MeshSnapshot.read(folder).issues())
                    .hasToString("[ERROR VirtualService/shop/reviews spec: has no http, tls or tcp rules;"
                            + " add one of them [clusters/east/reviews.yaml:4:1] RULES_MISSING]");
            assertThat(MeshSnapshot.read(folder, ManifestReader.strict()).issues())
                    .isEmpty();
        }
    }
}
