package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.IssueCode;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Subsets, gateways and shared hosts of VirtualServices. */
class VirtualServiceChecksTest {
    private static String virtualService(String namespace, String name, String spec) {
        return "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: " + name + ", namespace: "
                + namespace + "}\nspec: {" + spec + "}\n";
    }

    @Nested
    class Subsets {
        private static final String RULE = """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: reviews, namespace: rules}
                spec: {host: reviews.shop.svc.cluster.local, subsets: [{name: v1}, {name: v2}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: wild, namespace: rules}
                spec: {host: "*.wild.com", subsets: [{name: v1}]}
                """;

        private List<String> lines(String spec) {
            return AnalysedMesh.of(RULE, virtualService("shop", "reviews", spec))
                    .lines(IssueCode.SUBSET_UNKNOWN);
        }

        @Test
        void areDefinedByAnyRuleOfTheHost() {
            assertThat(lines("http: [{route: [{destination: {host: reviews, subset: v2}}],"
                            + " mirror: {host: reviews, subset: v1}}],"
                            + " tcp: [{route: [{destination: {host: a.wild.com, subset: v1}}]}]"))
                    .isEmpty();
        }

        @Test
        void thatNoRuleDefinesAreErrors() {
            assertThat(lines("http: [{route: [{destination: {host: reviews, subset: v3}}],"
                            + " mirror: {host: ratings, subset: v1}}]"))
                    .containsExactly(
                            "ERROR VirtualService/shop/reviews spec.http[0].route[0].destination.subset: subset \"v3\" is"
                                    + " not among [v1, v2] of DestinationRule/rules/reviews; add it there or change the"
                                    + " reference [east.yaml:15:62] SUBSET_UNKNOWN",
                            "ERROR VirtualService/shop/reviews spec.http[0].mirror.subset: subset \"v1\" does not exist"
                                    + " because no DestinationRule is for host \"ratings.shop.svc.cluster.local\"; add one"
                                    + " that defines the subset [east.yaml:15:101] SUBSET_UNKNOWN");
        }
    }

    @Nested
    class Gateways {
        private static final String GATEWAY = """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: web, namespace: edge}
                spec:
                  servers:
                  - {port: {number: 80, protocol: HTTP, name: a}, hosts: [shop/*.shop.com, "*/open.com"]}
                  - {port: {number: 81, protocol: HTTP, name: b}, hosts: [./edge.com, other/other.com]}
                """;

        private List<String> lines(String namespace, String hosts, String gateway) {
            String spec = "hosts: [\"" + hosts + "\"], gateways: [" + gateway + "]";
            return AnalysedMesh.of(GATEWAY, virtualService(namespace, "routes", spec))
                    .lines(
                            IssueCode.GATEWAY_NOT_FOUND,
                            IssueCode.HOST_NOT_IN_GATEWAY,
                            IssueCode.INTERNAL_GATEWAY_REFERENCED);
        }

        @Test
        void takeHostsFromTheNamespacesThatTheyName() {
            assertThat(lines("shop", "a.shop.com", "edge/web")).isEmpty();
            assertThat(lines("shop", "*.com", "edge/web")).isEmpty();
            assertThat(lines("any", "open.com", "edge/web")).isEmpty();
            assertThat(lines("edge", "edge.com", "web")).isEmpty();
            assertThat(lines("shop", "whatever", "mesh")).isEmpty();
        }

        @Test
        void thatTakeNoHostAreWarnings() {
            assertThat(lines("back", "a.shop.com", "edge/web"))
                    .containsExactly(
                            "WARNING VirtualService/back/routes spec.gateways[0]: none of the hosts [a.shop.com] is among"
                                    + " the hosts [open.com] that Gateway/edge/web takes from namespace \"back\"; add a"
                                    + " host to the Gateway or name another Gateway [east.yaml:13:42] HOST_NOT_IN_GATEWAY");
            assertThat(lines("shop", "edge.com", "edge/web")).hasSize(1);
        }

        @Test
        void thatDoNotExistAreErrors() {
            assertThat(lines("shop", "a.shop.com", "web"))
                    .containsExactly(
                            "ERROR VirtualService/shop/routes spec.gateways[0]: Gateway/shop/web does not exist in cluster"
                                    + " \"east\"; correct the name, written namespace/name for another namespace, or add"
                                    + " the Gateway [east.yaml:13:42] GATEWAY_NOT_FOUND",
                            "WARNING VirtualService/shop/routes spec.gateways[0]: none of the hosts [a.shop.com] is among"
                                    + " the hosts [] that Gateway/shop/web takes from namespace \"shop\"; add a host to the"
                                    + " Gateway or name another Gateway [east.yaml:13:42] HOST_NOT_IN_GATEWAY");
        }

        @Test
        void thatIstioMadeAreWarnings() {
            assertThat(lines("shop", "a.com", "edge/gw~istio-autogenerated-k8s-gateway~http"))
                    .containsExactly("WARNING VirtualService/shop/routes spec.gateways[0]: gateway"
                            + " \"edge/gw~istio-autogenerated-k8s-gateway~http\" is one that Istio makes of a Gateway API"
                            + " Gateway; use an HTTPRoute with that Gateway as its parent [east.yaml:13:37]"
                            + " INTERNAL_GATEWAY_REFERENCED");
        }
    }

    @Nested
    class HostsOfTheMesh {
        private List<String> lines(String... documents) {
            return AnalysedMesh.of(documents).lines(IssueCode.MESH_HOST_CONFLICT);
        }

        @Test
        void conflictWhenTheyAreTheSameForAllSidecars() {
            assertThat(lines(
                            virtualService("a", "one", "hosts: [x.a.svc.cluster.local, only.one]"),
                            virtualService("a", "two", "hosts: [x], gateways: [edge, mesh]")))
                    .containsExactly(
                            "ERROR VirtualService/a/one spec.hosts[0]: host \"x.a.svc.cluster.local\" is also defined by"
                                    + " VirtualService [a/two] for the same sidecars; only one of them counts; merge them"
                                    + " into one [east.yaml:4:16] MESH_HOST_CONFLICT",
                            "ERROR VirtualService/a/two spec.hosts[0]: host \"x\" is also defined by VirtualService [a/one]"
                                    + " for the same sidecars; only one of them counts; merge them into one"
                                    + " [east.yaml:10:16] MESH_HOST_CONFLICT");
        }

        @Test
        void doNotConflictAtGatewaysOrInDifferentNamespaces() {
            assertThat(lines(
                            virtualService("a", "one", "hosts: [x.com]"),
                            virtualService("a", "two", "hosts: [x.com], gateways: [edge]")))
                    .isEmpty();
            assertThat(lines(
                            virtualService("a", "one", "hosts: [x.com], exportTo: [\".\"]"),
                            virtualService("b", "two", "hosts: [x.com], exportTo: [\".\"]")))
                    .isEmpty();
            assertThat(lines(
                            virtualService("a", "one", "hosts: [\"*.com\"]"),
                            virtualService("b", "two", "hosts: [x.com]")))
                    .isEmpty();
        }

        @Test
        void conflictWithWildcardsOfAllNamespacesWhenTheyAreOfOneNamespace() {
            assertThat(lines(
                            virtualService("a", "one", "hosts: [x.com], exportTo: [\".\"]"),
                            virtualService("b", "two", "hosts: [\"*.com\"]")))
                    .hasSize(2);
            assertThat(lines(
                            virtualService("a", "one", "hosts: [\"*.x.com\"], exportTo: [a]"),
                            virtualService("b", "two", "hosts: [y.x.com]")))
                    .hasSize(2);
            assertThat(lines(
                            virtualService("a", "one", "hosts: [x.com], exportTo: [b]"),
                            virtualService("b", "two", "hosts: [x.com], exportTo: [\".\"]")))
                    .hasSize(2);
        }

        @Test
        void areListedUpToFive() {
            String[] all = new String[9];
            for (int i = 0; i < all.length; i++) {
                all[i] = virtualService("a", "v" + i, "hosts: [x.com]");
            }
            assertThat(lines(all))
                    .hasSize(9)
                    .first()
                    .asString()
                    .contains("VirtualService [a/v1, a/v2, a/v3, a/v4, a/v5 and 3 more] for");
        }
    }

    @Nested
    class SplitsForSidecars {
        private static final String SPLIT = virtualService(
                "shop", "split", "hosts: [reviews], http: [{route: [{destination: {host: reviews, subset: v1}}]}]");

        private List<String> lines(String gateways, String destination) {
            String spec = gateways + "hosts: [a.com], http: [{route: [{destination: {" + destination + "}}]}]";
            return AnalysedMesh.of(SPLIT, virtualService("shop", "edge", spec))
                    .lines(IssueCode.SUBSET_WITHOUT_EFFECT_AT_GATEWAY);
        }

        @Test
        void doNotCountAtGateways() {
            assertThat(lines("gateways: [web], ", "host: reviews"))
                    .containsExactly(
                            "WARNING VirtualService/shop/edge spec.http[0].route[0].destination: names no subset,"
                                    + " and the subsets to which [VirtualService/shop/split] routes \"reviews\" do not count for"
                                    + " requests that come through a gateway; name the subsets here, too [east.yaml:10:71]"
                                    + " SUBSET_WITHOUT_EFFECT_AT_GATEWAY");
        }

        @Test
        void doNotMatterWithoutGatewayOrWithASubset() {
            assertThat(lines("", "host: reviews")).isEmpty();
            assertThat(lines("gateways: [web], ", "host: reviews, subset: v2")).isEmpty();
            assertThat(lines("gateways: [web], ", "host: reviews.shop.svc.cluster.local"))
                    .isEmpty();
        }

        @Test
        void mayBeItsOwn() {
            assertThat(AnalysedMesh.of(virtualService(
                                    "shop",
                                    "both",
                                    "hosts: [reviews], gateways: [mesh, web], http: [{route: [{destination: {host:"
                                            + " reviews, subset: v1}}]}, {route: [{destination: {host: reviews}}]}]"))
                            .lines(IssueCode.SUBSET_WITHOUT_EFFECT_AT_GATEWAY))
                    .isEmpty();
        }
    }

    @Nested
    class Claims {
        private static final String GATEWAY = """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: web, namespace: shop}
                spec: {selector: {istio: ingress}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: ingress-1, namespace: edge, labels: {istio: ingress}}
                """;

        private static String authentication(String namespace, String label) {
            return "apiVersion: security.istio.io/v1\nkind: RequestAuthentication\nmetadata: {name: jwt, namespace: "
                    + namespace + "}\nspec: {selector: {matchLabels: {istio: " + label + "}}}\n";
        }

        private List<String> lines(String header, String authentication) {
            String spec = "hosts: [a.com], gateways: [web, mesh], http: [{match: [{headers: {\"" + header
                    + "\": {exact: x}}}]}]";
            return AnalysedMesh.of(GATEWAY, virtualService("shop", "claims", spec), authentication)
                    .lines(IssueCode.JWT_CLAIMS_UNAVAILABLE);
        }

        @Test
        void needARequestAuthenticationForThePodsOfTheGateway() {
            assertThat(lines("@request.auth.claims.group", authentication("edge", "other")))
                    .containsExactly("ERROR VirtualService/shop/claims spec.http[0].match[0]"
                            + ".headers[\"@request.auth.claims.group\"]: claim \"@request.auth.claims.group\" is never"
                            + " known at Gateway/shop/web because no RequestAuthentication covers [Pod/edge/ingress-1]; add"
                            + " a RequestAuthentication for the pods of the gateway [east.yaml:14:104]"
                            + " JWT_CLAIMS_UNAVAILABLE");
            assertThat(lines("@request.auth.claims[group]", authentication("shop", "ingress")))
                    .hasSize(1);
        }

        @Test
        void areKnownWithOneInTheNamespaceOfThePodsOrOfIstio() {
            assertThat(lines("@request.auth.claims.group", authentication("edge", "ingress")))
                    .isEmpty();
            assertThat(lines("@request.auth.claims.group", authentication("istio-system", "ingress")))
                    .isEmpty();
            assertThat(lines("x-group", authentication("edge", "other"))).isEmpty();
        }
    }
}
