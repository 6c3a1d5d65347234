package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.IssueCode;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Webhooks, definitions, patches, and what control planes say. */
class ControlPlaneChecksTest {
    @Nested
    class Webhooks {
        private static String webhook(String kind, String name, String client) {
            return "apiVersion: admissionregistration.k8s.io/v1\nkind: " + kind + "\nmetadata: {name: " + name
                    + "}\nwebhooks:\n- {name: a.istio.io, clientConfig: {" + client + "}}\n";
        }

        private List<String> lines(String kind, String name, String client) {
            return AnalysedMesh.of(webhook(kind, name, client))
                    .lines(
                            IssueCode.EXTERNAL_CONTROL_PLANE_ADDRESS_INVALID,
                            IssueCode.EXTERNAL_CONTROL_PLANE_ADDRESS_IS_IP);
        }

        @Test
        void callAServiceOrANamedHost() {
            assertThat(lines("ValidatingWebhookConfiguration", "istio-validator-x", "service: {name: istiod}"))
                    .isEmpty();
            assertThat(lines(
                            "MutatingWebhookConfiguration", "istio-sidecar-injector", "url: \"https://a.com:15017/x\""))
                    .isEmpty();
            assertThat(lines("MutatingWebhookConfiguration", "others", "")).isEmpty();
        }

        @Test
        void withoutAddressOrWithAnIpAreReported() {
            assertThat(lines("ValidatingWebhookConfiguration", "istiod-default-validator", ""))
                    .containsExactly("WARNING ValidatingWebhookConfiguration/istiod-default-validator"
                            + " webhooks[0].clientConfig: webhook \"a.istio.io\" has neither url nor service to call; set"
                            + " the address of the gateway of the external control plane [east.yaml:5:36]"
                            + " EXTERNAL_CONTROL_PLANE_ADDRESS_INVALID");
            assertThat(lines("MutatingWebhookConfiguration", "istio-sidecar-injector-x", "url: \"https://a b\""))
                    .containsExactly("WARNING MutatingWebhookConfiguration/istio-sidecar-injector-x"
                            + " webhooks[0].clientConfig.url: webhook \"a.istio.io\" cannot be reached at \"https://a b\","
                            + " which is no URL; set the address of the gateway of the external control plane"
                            + " [east.yaml:5:42] EXTERNAL_CONTROL_PLANE_ADDRESS_INVALID");
            assertThat(lines("MutatingWebhookConfiguration", "istio-sidecar-injector", "url: \"https://1.2.3.4:1/x\""))
                    .containsExactly("INFO MutatingWebhookConfiguration/istio-sidecar-injector"
                            + " webhooks[0].clientConfig.url: webhook \"a.istio.io\" is reached by the IP address"
                            + " \"1.2.3.4\"; use a host name where the address may change [east.yaml:5:42]"
                            + " EXTERNAL_CONTROL_PLANE_ADDRESS_IS_IP");
            assertThat(lines("MutatingWebhookConfiguration", "istio-sidecar-injector", "url: \"https://[::1]:1/x\""))
                    .hasSize(1);
        }

        private static String injector(String name, String selector) {
            return "apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: {name: "
                    + name
                    + "}\nwebhooks:\n- name: a.istio.io\n  clientConfig: {service: {name: istiod, namespace: sys}}\n"
                    + "  namespaceSelector: {" + selector + "}\n";
        }

        private static final String ISTIOD = """
                apiVersion: v1
                kind: Service
                metadata: {name: %s, namespace: sys}
                spec: {ports: [{port: 443, name: https}]}
                """;

        @Test
        void thatInjectExcludeEachOther() {
            String istiod = ISTIOD.replace("%s", "istiod");
            String enabled = "matchLabels: {istio-injection: enabled}";

            assertThat(AnalysedMesh.of(
                                    istiod,
                                    injector("a", enabled),
                                    injector(
                                            "b",
                                            "matchLabels: {istio.io/rev: b}, matchExpressions: [{key: istio-injection, operator: DoesNotExist}]"))
                            .lines(IssueCode.INJECTOR_WEBHOOK_INVALID))
                    .isEmpty();
            assertThat(AnalysedMesh.of(istiod, injector("a", enabled), injector("b", "matchLabels: {istio.io/rev: b}"))
                            .lines(IssueCode.INJECTOR_WEBHOOK_INVALID))
                    .hasSize(2)
                    .first()
                    .isEqualTo(
                            "ERROR MutatingWebhookConfiguration/a webhooks[0]: webhook \"a.istio.io\" is called for the"
                                    + " same pods as [b/a.istio.io], so that they may be injected twice; make their selectors"
                                    + " exclude each other [east.yaml:11:3] INJECTOR_WEBHOOK_INVALID");
        }

        @Test
        void thatInjectCallAServiceThatExists() {
            assertThat(AnalysedMesh.of(ISTIOD.replace("%s", "other"), injector("a", ""))
                            .lines(IssueCode.INJECTOR_WEBHOOK_INVALID))
                    .containsExactly(
                            "ERROR MutatingWebhookConfiguration/a webhooks[0].clientConfig.service:"
                                    + " Service/sys/istiod, which webhook \"a.istio.io\" calls, does not exist in cluster"
                                    + " \"east\"; correct the name or add the Service [east.yaml:12:27] INJECTOR_WEBHOOK_INVALID");
        }
    }

    @Nested
    class Conditions {
        private List<String> lines(String apiVersion, String kind, String spec, String status) {
            return AnalysedMesh.of("apiVersion: " + apiVersion + "\nkind: " + kind
                            + "\nmetadata: {name: x, namespace: shop}\nspec: {" + spec + "}\nstatus: {" + status
                            + "}\n")
                    .lines(IssueCode.CONDITION_NEGATIVE);
        }

        private static String condition(String type, String status, String reason) {
            return "conditions: [{type: " + type + ", status: \"" + status + "\", reason: " + reason
                    + ", message: not now, lastTransitionTime: \"2026-01-01T00:00:00Z\"}]";
        }

        @Test
        void thatAreFalseAreWarnings() {
            String route = "parents: [{parentRef: {name: g}, controllerName: a.b/c, "
                    + condition("ResolvedRefs", "False", "BackendNotFound") + "}]";

            assertThat(lines("gateway.networking.k8s.io/v1", "HTTPRoute", "", route))
                    .containsExactly(
                            "WARNING HTTPRoute/shop/x status.parents[0].conditions[0]: condition ResolvedRefs was"
                                    + " False for reason BackendNotFound: \"not now\"; follow the reason, then apply the object"
                                    + " again [east.yaml:5:79] CONDITION_NEGATIVE");
            assertThat(lines("gateway.networking.k8s.io/v1", "GRPCRoute", "", route))
                    .hasSize(1);
            assertThat(lines(
                            "gateway.networking.k8s.io/v1",
                            "Gateway",
                            "gatewayClassName: istio, listeners: []",
                            condition("Programmed", "False", "Invalid")))
                    .hasSize(1);
            String waypoint = condition("istio.io/WaypointBound", "False", "Gone");
            assertThat(lines("v1", "Service", "", waypoint)).hasSize(1);
            assertThat(lines("networking.istio.io/v1", "ServiceEntry", "hosts: [a.com]", waypoint))
                    .hasSize(1);
            assertThat(lines("networking.istio.io/v1", "WorkloadEntry", "address: 1.2.3.4", waypoint))
                    .hasSize(1);
            assertThat(lines(
                            "security.istio.io/v1",
                            "AuthorizationPolicy",
                            "",
                            condition("ZtunnelAccepted", "False", "UnsupportedValue")))
                    .hasSize(1);
        }

        @Test
        void thatAreOnlyPartlyTrueAreWarnings() {
            assertThat(lines(
                            "security.istio.io/v1",
                            "AuthorizationPolicy",
                            "",
                            condition("WaypointAccepted", "True", "PartiallyInvalid")))
                    .containsExactly(
                            "WARNING AuthorizationPolicy/shop/x status.conditions[0]: condition WaypointAccepted"
                                    + " was only partly true for reason PartiallyInvalid: \"not now\"; follow the reason, then"
                                    + " apply the object again [east.yaml:5:23] CONDITION_NEGATIVE");
        }

        @Test
        void thatAreTrueOrOfAnotherTypeAreNone() {
            assertThat(lines("v1", "Service", "", condition("istio.io/WaypointBound", "True", "Bound")))
                    .isEmpty();
            assertThat(lines("v1", "Service", "", condition("Other", "False", "X")))
                    .isEmpty();
        }
    }

    @Nested
    class Definitions {
        private List<String> lines(String name, String version, String spec) {
            return AnalysedMesh.of(
                            "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: "
                                    + name + ", annotations: {gateway.networking.k8s.io/bundle-version: " + version
                                    + "}}\nspec: {" + spec + "}\n")
                    .lines(IssueCode.GATEWAY_API_TOO_OLD, IssueCode.FEATURE_DEPRECATED);
        }

        @Test
        void areNewEnough() {
            assertThat(lines("tlsroutes.gateway.networking.k8s.io", "v1.5.0-rc.1", ""))
                    .isEmpty();
            assertThat(lines("grpcroutes.gateway.networking.k8s.io", "v1.1.0", ""))
                    .isEmpty();
            assertThat(lines("httproutes.gateway.networking.k8s.io", "v0.1.0", ""))
                    .isEmpty();
            assertThat(lines("tlsroutes.gateway.networking.k8s.io", "unknown", ""))
                    .isEmpty();
        }

        @Test
        void thatAreTooOldAreWarnings() {
            assertThat(lines("tlsroutes.gateway.networking.k8s.io", "v1.4.1", ""))
                    .containsExactly("WARNING CustomResourceDefinition/tlsroutes.gateway.networking.k8s.io"
                            + " metadata.annotations[\"gateway.networking.k8s.io/bundle-version\"]: Istio reads this kind"
                            + " from 1.5.0 of the Gateway API on, but this is \"v1.4.1\", so its objects have no effect;"
                            + " install a later release of the Gateway API [east.yaml:3:111] GATEWAY_API_TOO_OLD");
            assertThat(lines("backendtlspolicies.gateway.networking.k8s.io", "v1.3.9", ""))
                    .hasSize(1);
        }

        @Test
        void thatWereRemovedAreWarnings() {
            assertThat(lines("serviceroles.rbac.istio.io", "v1", "group: rbac.istio.io, names: {kind: ServiceRole}"))
                    .containsExactly("WARNING CustomResourceDefinition/serviceroles.rbac.istio.io spec.names.kind: kind"
                            + " ServiceRole of group rbac.istio.io has been removed from Istio; use AuthorizationPolicy"
                            + " and delete the definition [east.yaml:4:44] FEATURE_DEPRECATED");
        }
    }

    @Nested
    class Patches {
        private static String filter(String name, int priority, String applyTo, String operation, String match) {
            return "apiVersion: networking.istio.io/v1alpha3\nkind: EnvoyFilter\nmetadata: {name: " + name
                    + ", namespace: shop}\nspec: {priority: " + priority + ", configPatches: [{applyTo: " + applyTo
                    + ", match: {" + match + "}, patch: {operation: " + operation + ", value: {name: lua}}}]}\n";
        }

        private List<String> lines(String... filters) {
            return AnalysedMesh.of(filters)
                    .lines(
                            IssueCode.ENVOY_FILTER_ADD_IGNORED,
                            IssueCode.ENVOY_FILTER_REMOVE_IGNORED,
                            IssueCode.ENVOY_FILTER_REPLACE_IGNORED,
                            IssueCode.ENVOY_FILTER_ORDER_UNDEFINED,
                            IssueCode.ENVOY_FILTER_ORDER_DEPENDS_ON_VERSION);
        }

        @Test
        void thatStandAloneAreFine() {
            assertThat(lines(
                            filter("a", 0, "HTTP_FILTER", "INSERT_FIRST", ""),
                            filter("b", 10, "HTTP_FILTER", "INSERT_BEFORE", ""),
                            filter("c", 0, "CLUSTER", "MERGE", ""),
                            filter("d", 0, "CLUSTER", "ADD", "")))
                    .isEmpty();
        }

        @Test
        void thatReferToSomethingNeedAPriority() {
            assertThat(lines(filter("a", 0, "HTTP_FILTER", "INSERT_AFTER", "")))
                    .containsExactly(
                            "WARNING EnvoyFilter/shop/a spec.configPatches[0].patch.operation: INSERT_AFTER counts"
                                    + " only if what it refers to is there first, and no priority says so; set priority, or use"
                                    + " INSERT_FIRST or ADD [east.yaml:4:90] ENVOY_FILTER_ORDER_UNDEFINED");
            assertThat(lines(
                            filter("b", 0, "HTTP_FILTER", "REMOVE", ""),
                            filter("a", 0, "HTTP_FILTER", "REPLACE", "proxy: {proxyVersion: \"^1.30\"}")))
                    .containsExactly(
                            "WARNING EnvoyFilter/shop/b spec.configPatches[0].patch.operation: REMOVE counts only if what it"
                                    + " refers to is there first, and no priority says so; an earlier patch of this filter"
                                    + " holds for some proxy versions only; set priority, or use INSERT_FIRST or ADD"
                                    + " [east.yaml:4:90] ENVOY_FILTER_ORDER_DEPENDS_ON_VERSION",
                            "WARNING EnvoyFilter/shop/a spec.configPatches[0].patch.operation: REPLACE counts only if what"
                                    + " it refers to is there first, and no priority says so; set priority, or use"
                                    + " INSERT_FIRST or ADD [east.yaml:10:120] ENVOY_FILTER_ORDER_UNDEFINED");
        }

        @Test
        void thatDoNothingAreErrors() {
            assertThat(lines(
                            filter("a", 0, "HTTP_ROUTE", "ADD", ""),
                            filter("b", 0, "ROUTE_CONFIGURATION", "REMOVE", ""),
                            filter("c", 0, "CLUSTER", "REPLACE", "")))
                    .containsExactly(
                            "ERROR EnvoyFilter/shop/a spec.configPatches[0].patch.operation: ADD is ignored for HTTP_ROUTE;"
                                    + " use MERGE or another target [east.yaml:4:89] ENVOY_FILTER_ADD_IGNORED",
                            "ERROR EnvoyFilter/shop/b spec.configPatches[0].patch.operation: REMOVE is ignored for"
                                    + " ROUTE_CONFIGURATION; use MERGE or another target [east.yaml:10:98]"
                                    + " ENVOY_FILTER_REMOVE_IGNORED",
                            "ERROR EnvoyFilter/shop/c spec.configPatches[0].patch.operation: REPLACE is ignored for"
                                    + " CLUSTER; use it for HTTP_FILTER, NETWORK_FILTER or VIRTUAL_HOST [east.yaml:16:86]"
                                    + " ENVOY_FILTER_REPLACE_IGNORED");
        }
    }

    @Nested
    class OldFields {
        @Test
        void areWarnings() {
            assertThat(AnalysedMesh.of("""
                                    apiVersion: networking.istio.io/v1
                                    kind: VirtualService
                                    metadata: {name: x, namespace: shop}
                                    spec: {http: [{fault: {delay: {percent: 5, fixedDelay: 1s}}}, {fault: {delay: {percent: 0}}}]}
                                    ---
                                    apiVersion: networking.istio.io/v1
                                    kind: Sidecar
                                    metadata: {name: x, namespace: shop}
                                    spec: {outboundTrafficPolicy: {egressProxy: {host: a}}}
                                    """).lines(IssueCode.FEATURE_DEPRECATED))
                    .containsExactly(
                            "WARNING VirtualService/shop/x spec.http[0].fault.delay.percent: percent is deprecated; write"
                                    + " percentage: {value: 5} [east.yaml:4:41] FEATURE_DEPRECATED",
                            "WARNING Sidecar/shop/x spec.outboundTrafficPolicy.egressProxy: egressProxy is ignored; remove"
                                    + " it [east.yaml:9:45] FEATURE_DEPRECATED");
        }
    }
}
