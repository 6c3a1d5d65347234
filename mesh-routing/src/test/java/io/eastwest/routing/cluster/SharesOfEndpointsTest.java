package io.eastwest.routing.cluster;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From manifests to the shares of endpoints: load-balancing.md 1.6, 2.2, 3.3, 5.3, 6.1, 6.6. */
class SharesOfEndpointsTest {
    private static final String NODES = node("n1", "z") + node("n2", "z2");

    private static String node(String name, String zone) {
        return "---\n{apiVersion: v1, kind: Node, metadata: {name: " + name
                + ", labels: {topology.kubernetes.io/region: r, topology.kubernetes.io/zone: " + zone + "}}}\n";
    }

    private static String pod(String name, String address, String node, String labels, String metadata) {
        return """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: shop, labels: {app: %s, security.istio.io/tlsMode: istio}%s}
            spec: {nodeName: %s, serviceAccountName: default}
            status: {phase: Running, podIP: %s, conditions: [{type: Ready, status: "True"}]}
            """.formatted(name, labels, metadata, node, address);
    }

    private static String service(String labels, String port) {
        return """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop, labels: {%s}}
            spec: {clusterIP: 10.96.0.2, selector: {app: api}, ports: [{name: %s, port: 80}]}
            """.formatted(labels, port);
    }

    private static String rule(String spec) {
        return istio("DestinationRule", "shop/api", "{host: api, " + spec + "}");
    }

    private static SmallMesh mesh(String... manifests) {
        List<String> all = new ArrayList<>(List.of(NODES, pod("web-1", "10.0.0.1", "n1", "web", "")));
        all.addAll(List.of(manifests));
        return SmallMesh.of(all.toArray(String[]::new));
    }

    private static String get(SmallMesh mesh, String... headers) {
        HttpRequest request = SmallMesh.request("GET", "api", "/", headers);
        return text(mesh.sidecar("shop/web-1", "10.96.0.2:80", Optional.empty(), Optional.of(request)));
    }

    private static String text(ProxyAnswer answer) {
        return answer.endpoints().stream()
                .map(each -> each.endpoint().address().replace(":80", "") + " " + each.share())
                .collect(Collectors.joining(", "));
    }

    @Nested
    class SpellingsOfALocality {
        @Test
        void areOnePlaceForEnvoyWithTheWeightOfTheLaterGroup() {
            SmallMesh mesh = mesh(
                    service("", "http"),
                    pod("api-1", "10.0.0.2", "n1", "api", ""),
                    pod("api-2", "10.0.0.3", "n2", "api", ""),
                    istio(
                            "WorkloadEntry",
                            "shop/vm",
                            "{address: 10.0.0.4, weight: 5, locality: r/z, labels: {app: api}}"),
                    rule("trafficPolicy: {loadBalancer: {localityLbSetting: {distribute: ["
                            + "{from: r/*, to: {r/z: 70, r/z2: 30}}]}}}"));

            assertThat(get(mesh)).isEqualTo("10.0.0.4 5/21, 10.0.0.2 1/21, 10.0.0.3 5/7");
        }
    }

    @Nested
    class NearEndpoints {
        private String answer(String wish, String client) {
            String unready = pod("api-2", "10.0.0.3", "n1", "api", "").replace("\"True\"", "\"False\"");
            SmallMesh mesh = mesh(
                    service("", "http").replace("spec: {", "spec: {trafficDistribution: " + wish + ", "),
                    node("n3", "z"),
                    pod("web-3", "10.0.0.9", "n3", "web", ""),
                    pod("api-1", "10.0.0.2", "n1", "api", ""),
                    unready,
                    pod("api-3", "10.0.0.4", "n2", "api", ""),
                    pod("api-4", "10.0.0.5", "n2", "api", ""));
            HttpRequest request = SmallMesh.request("GET", "api", "/");
            return text(mesh.sidecar("shop/" + client, "10.96.0.2:80", Optional.empty(), Optional.of(request)));
        }

        @Test
        void unreadyPodsOfTheZoneLetCallsSpillOver() {
            assertThat(answer("PreferClose", "web-1")).isEqualTo("10.0.0.2 7/10, 10.0.0.4 3/20, 10.0.0.5 3/20");
            assertThat(answer("PreferSameZone", "web-3")).isEqualTo("10.0.0.2 7/10, 10.0.0.4 3/20, 10.0.0.5 3/20");
        }

        @Test
        void mayBeThoseOfTheNode() {
            assertThat(answer("PreferSameNode", "web-1")).isEqualTo("10.0.0.2 7/10, 10.0.0.4 3/20, 10.0.0.5 3/20");
            assertThat(answer("Elsewhere", "web-1")).isEqualTo("10.0.0.2 1/3, 10.0.0.4 1/3, 10.0.0.5 1/3");
        }

        @Test
        void ofTheNodeComeBeforeThoseOfTheZone() {
            SmallMesh mesh = mesh(
                    service("", "http").replace("spec: {", "spec: {trafficDistribution: PreferSameNode, "),
                    node("n3", "z"),
                    pod("web-3", "10.0.0.9", "n3", "web", ""),
                    pod("api-1", "10.0.0.2", "n1", "api", ""),
                    pod("api-2", "10.0.0.3", "n3", "api", ""));
            HttpRequest request = SmallMesh.request("GET", "api", "/");

            assertThat(text(mesh.sidecar("shop/web-1", "10.96.0.2:80", Optional.empty(), Optional.of(request))))
                    .isEqualTo("10.0.0.2 1");
            assertThat(text(mesh.sidecar("shop/web-3", "10.96.0.2:80", Optional.empty(), Optional.of(request))))
                    .isEqualTo("10.0.0.3 1");
        }
    }

    @Nested
    class Draining {
        private static final String LEAVES = ", deletionTimestamp: \"2026-01-02T00:00:00Z\"";

        private String answer(String labels) {
            return get(mesh(
                    service(labels, "http"),
                    pod("api-1", "10.0.0.2", "n1", "api", ""),
                    pod("api-2", "10.0.0.3", "n1", "api", LEAVES),
                    pod("api-3", "10.0.0.4", "n2", "api", ""),
                    rule("trafficPolicy: {outlierDetection: {}}")));
        }

        @Test
        void aPodThatLeavesDoesNotLowerTheHealthOfItsPriority() {
            assertThat(answer("istio.io/persistent-session: cookie")).isEqualTo("10.0.0.2 1");
            assertThat(answer("")).isEqualTo("10.0.0.2 1");
        }

        @Test
        void theHeaderVariantDoesNotKeepAPodThatLeaves() {
            assertThat(answer("istio.io/persistent-session-header: x-session")).isEqualTo("10.0.0.2 1");
        }
    }

    @Nested
    class Hashes {
        private static final List<String> USERS = List.of("alice", "bob", "user-1", "user-2", "session-42");
        private final String[] pods = {
            service("", "http"),
            pod("api-1", "10.0.0.2", "n1", "api", ""),
            pod("api-2", "10.0.0.3", "n1", "api", ""),
            pod("api-3", "10.0.0.4", "n1", "api", ""),
            rule("trafficPolicy: {loadBalancer: {consistentHash: {httpHeaderName: x-user}}}")
        };

        private String answer(String change, String user) {
            List<String> all = new ArrayList<>(List.of(pods));
            all.add(rules(
                    "shop/api",
                    "{hosts: [api], http: [{" + change
                            + "route: [{destination: {host: api}, headers: {request: {}}}]}]}"));
            return get(mesh(all.toArray(String[]::new)), "x-user: " + user);
        }

        @Test
        void followTheHeaderThatCameIn() {
            assertThat(USERS.stream().map(user -> answer("", user)).distinct())
                    .hasSizeGreaterThan(1)
                    .allMatch(answer -> answer.endsWith(" 1"));
        }

        @Test
        void followTheHeaderThatIsSet() {
            String nobody = answer("", "nobody");

            assertThat(USERS.stream().map(user -> answer("headers: {request: {set: {x-user: nobody}}}, ", user)))
                    .containsOnly(nobody);
        }

        @Test
        void areRandomWhereTheHeaderIsRemoved() {
            assertThat(answer("headers: {request: {remove: [x-user]}}, ", "alice")
                            .split(", ", -1))
                    .hasSize(3);
        }
    }

    @Nested
    class Cookies {
        @Test
        void areMadeWithTheAttributesOfTheRule() {
            SmallMesh mesh = mesh(
                    service("", "http"),
                    pod("api-1", "10.0.0.2", "n1", "api", ""),
                    rule("trafficPolicy: {loadBalancer: {consistentHash: {httpCookie: {name: user, ttl: 60s, path: /,"
                            + " attributes: [{name: SameSite, value: Lax}, {name: Secure}]}}}}"));
            Connection connection = Connection.builder()
                    .sourceAddress("10.0.0.1")
                    .sourcePort(4567)
                    .destinationAddress("10.96.0.2")
                    .destinationPort(80)
                    .build();
            ProxyAnswer answer = mesh.router()
                    .proxy("c1/shop/web-1")
                    .outbound(
                            connection,
                            Optional.of(SmallMesh.request("GET", "api", "/")),
                            endpoint -> false,
                            TraceSink.NONE);

            assertThat(answer.upstreamRequests().get(0).responseHeaders())
                    .singleElement()
                    .satisfies(header -> assertThat(header.value())
                            .matches("user=\"[0-9a-f]{16}\"; Max-Age=60; Path=/; SameSite=Lax; Secure; HttpOnly"));
        }
    }

    @Nested
    class HashesOfConnections {
        private static final String HASH = "loadBalancer: {consistentHash: {useSourceIp: true}}";

        private String answer(String rule) {
            SmallMesh mesh = mesh(
                    service("", "tcp"),
                    pod("api-1", "10.0.0.2", "n1", "api", ""),
                    pod("api-2", "10.0.0.3", "n1", "api", ""),
                    rule(rule),
                    rules("shop/api", "{hosts: [api], tcp: [{route: [{destination: {host: api, subset: v1}}]}]}"));
            Connection connection = Connection.builder()
                    .sourceAddress("10.0.0.1")
                    .destinationAddress("10.96.0.2")
                    .destinationPort(80)
                    .build();
            return text(mesh.router()
                    .proxy("c1/shop/web-1")
                    .outbound(connection, Optional.empty(), endpoint -> false, TraceSink.NONE));
        }

        @Test
        void followTheSourceAddress() {
            assertThat(answer("trafficPolicy: {" + HASH + "}, subsets: [{name: v1}]"))
                    .endsWith(" 1");
        }

        @Test
        void areThoseOfTheSubsetWhereItHasALoadBalancer() {
            assertThat(answer("trafficPolicy: {" + HASH
                            + "}, subsets: [{name: v1, trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}}]"))
                    .isEqualTo("10.0.0.2 1/2, 10.0.0.3 1/2");
            assertThat(answer("subsets: [{name: v1, trafficPolicy: {" + HASH + "}}]"))
                    .endsWith(" 1");
        }

        @Test
        void areRandomBehindAnEntryOfThePort() {
            String shares = answer(
                    "trafficPolicy: {portLevelSettings: [{port: {number: 80}, " + HASH + "}]}, subsets: [{name: v1}]");

            assertThat(shares.split(", ", -1)).hasSize(2);
            assertThat(shares).doesNotContain(" 1/2");
        }
    }

    @Nested
    class SettingsThatNothingComesOf {
        @Test
        void areToldWithTheAnswer() {
            SmallMesh mesh = mesh(
                    service("", "http"),
                    pod("api-1", "10.0.0.2", "n1", "api", ""),
                    rule("trafficPolicy: {loadBalancer: {localityLbSetting: {failover: [{from: r, to: q}]}}}"));
            HttpRequest request = SmallMesh.request("GET", "api", "/");

            assertThat(mesh.sidecar("shop/web-1", "10.96.0.2:80", Optional.empty(), Optional.of(request))
                            .findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding).endsWith("LOCALITY_WITHOUT_OUTLIER_DETECTION"));
        }
    }

    @Nested
    class RulesThatAdmissionRejects {
        private String answer(String setting) {
            return get(mesh(
                    service("", "http"),
                    pod("api-1", "10.0.0.2", "n1", "api", ""),
                    pod("api-2", "10.0.0.3", "n2", "api", ""),
                    rule("trafficPolicy: {outlierDetection: {}, loadBalancer: {localityLbSetting: " + setting + "}}")));
        }

        @Test
        void countAsTheyAreStored() {
            assertThat(answer("{distribute: [{from: r/*, to: {r/z2: 100}}, {from: r/z, to: {r/z: 100}}]}"))
                    .isEqualTo("10.0.0.3 1");
            assertThat(answer("{distribute: [{from: r/z, to: {r/z: 1, r/z2: 2}}]}"))
                    .isEqualTo("10.0.0.2 1/3, 10.0.0.3 2/3");
            assertThat(answer("{distribute: [{from: r/z, to: {r/z2: 100}}], failover: [{from: r, to: q}]}"))
                    .isEqualTo("10.0.0.3 1");
        }
    }
}
