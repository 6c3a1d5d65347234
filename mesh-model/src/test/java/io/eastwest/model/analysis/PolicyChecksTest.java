package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.IssueCode;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sidecars, Telemetries and policies against the workloads. */
class PolicyChecksTest {
    private static final String WORKLOADS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: calm, labels: {istio.io/dataplane-mode: ambient}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: plain}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web-1, namespace: shop, labels: {app: web, version: v1}}
            spec: {containers: [{name: istio-proxy, image: proxyv2}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: out-1, namespace: plain, labels: {app: out}}
            spec: {containers: [{name: app, image: app}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: calm-1, namespace: calm, labels: {app: calm}, annotations: {ambient.istio.io/redirection: enabled}}
            spec: {containers: [{name: app, image: app}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: gw-1, namespace: shop, labels: {app: gw, gateway.networking.k8s.io/gateway-name: front}}
            spec: {containers: [{name: istio-proxy, image: proxyv2}]}
            """;

    private static String resource(String apiVersion, String kind, String key, String spec) {
        String[] names = key.split("/", -1);
        return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: " + names[1] + ", namespace: "
                + names[0] + "}\nspec: {" + spec + "}\n";
    }

    @Nested
    class Sidecars {
        private static String sidecar(String key, String selector) {
            String spec =
                    selector.isEmpty() ? "egress: [{hosts: [./*]}]" : "workloadSelector: {labels: {" + selector + "}}";
            return resource("networking.istio.io/v1", "Sidecar", key, spec);
        }

        private List<String> lines(String... sidecars) {
            return AnalysedMesh.of(WORKLOADS, String.join("---\n", sidecars))
                    .lines(
                            IssueCode.SELECTOR_WITHOUT_PODS,
                            IssueCode.SIDECAR_SELECTORS_OVERLAP,
                            IssueCode.SIDECARS_WITHOUT_SELECTOR,
                            IssueCode.SIDECAR_WITHOUT_EFFECT);
        }

        @Test
        void mayStandAloneWithAndWithoutSelector() {
            assertThat(lines(sidecar("shop/a", "app: web"), sidecar("shop/b", ""), sidecar("plain/c", "")))
                    .isEmpty();
        }

        @Test
        void needAPodOfTheirNamespace() {
            assertThat(lines(sidecar("shop/a", "app: out")))
                    .containsExactly("ERROR Sidecar/shop/a spec.workloadSelector: no pod of namespace \"shop\" has the"
                            + " labels \"app=out\"; correct the labels [east.yaml:37:26] SELECTOR_WITHOUT_PODS");
        }

        @Test
        void mustNotSelectTheSamePod() {
            assertThat(lines(sidecar("shop/a", "app: web"), sidecar("shop/b", "version: v1")))
                    .containsExactly(
                            "ERROR Sidecar/shop/a spec.workloadSelector: selects [Pod/shop/web-1], which Sidecar [b]"
                                    + " selects, too; only one of them counts; make the selectors differ [east.yaml:37:26]"
                                    + " SIDECAR_SELECTORS_OVERLAP",
                            "ERROR Sidecar/shop/b spec.workloadSelector: selects [Pod/shop/web-1], which Sidecar [a]"
                                    + " selects, too; only one of them counts; make the selectors differ [east.yaml:42:26]"
                                    + " SIDECAR_SELECTORS_OVERLAP");
        }

        @Test
        void withoutSelectorMustBeOnePerNamespace() {
            assertThat(lines(sidecar("shop/a", ""), sidecar("shop/b", "")))
                    .hasSize(2)
                    .first()
                    .isEqualTo(
                            "ERROR Sidecar/shop/a spec: has no workloadSelector, as Sidecar [b] of the same namespace;"
                                    + " only one of them counts; give them selectors or keep one [east.yaml:37:7]"
                                    + " SIDECARS_WITHOUT_SELECTOR");
        }

        @Test
        void haveNoEffectInAmbient() {
            assertThat(lines(sidecar("calm/a", "app: calm"), sidecar("calm/b", "app: calm")))
                    .containsExactly(
                            "WARNING Sidecar/calm/a spec.workloadSelector: selects pods that ambient captures, where there"
                                    + " are no sidecars that it could configure; remove it [east.yaml:37:26]"
                                    + " SIDECAR_WITHOUT_EFFECT",
                            "WARNING Sidecar/calm/b spec.workloadSelector: selects pods that ambient captures, where there"
                                    + " are no sidecars that it could configure; remove it [east.yaml:42:26]"
                                    + " SIDECAR_WITHOUT_EFFECT");
            assertThat(lines(sidecar("calm/a", ""), sidecar("calm/b", "")))
                    .hasSize(2)
                    .allMatch(line -> line.contains("is in a namespace that ambient captures"));
        }
    }

    @Nested
    class Telemetries {
        private static String telemetry(String key, String spec) {
            return resource("telemetry.istio.io/v1", "Telemetry", key, spec);
        }

        private List<String> lines(String... telemetries) {
            return AnalysedMesh.of(WORKLOADS, String.join("---\n", telemetries))
                    .lines(
                            IssueCode.SELECTOR_WITHOUT_PODS,
                            IssueCode.TELEMETRY_SELECTORS_OVERLAP,
                            IssueCode.TELEMETRIES_WITHOUT_SELECTOR,
                            IssueCode.TELEMETRY_WITHOUT_PROVIDER,
                            IssueCode.FEATURE_DEPRECATED);
        }

        @Test
        void selectPodsOfTheirOwn() {
            assertThat(lines(
                            telemetry("shop/a", "selector: {matchLabels: {app: web}}"),
                            telemetry("shop/b", "tracing: [{providers: [{name: z}]}]"),
                            telemetry("shop/c", "targetRefs: [{kind: Service, name: web, group: \"\"}]")))
                    .isEmpty();
            assertThat(lines(telemetry("plain/a", "selector: {matchLabels: {app: web}}")))
                    .containsExactly(
                            "ERROR Telemetry/plain/a spec.selector: no pod of namespace \"plain\" has the labels"
                                    + " \"app=web\"; correct the labels [east.yaml:37:18] SELECTOR_WITHOUT_PODS");
        }

        @Test
        void mustNotShareAPodOrANamespace() {
            assertThat(lines(
                            telemetry("shop/a", "selector: {matchLabels: {app: web}}"),
                            telemetry("shop/b", "selector: {matchLabels: {version: v1}}")))
                    .hasSize(2)
                    .first()
                    .isEqualTo("ERROR Telemetry/shop/a spec.selector: selects [Pod/shop/web-1], which Telemetry [b]"
                            + " selects, too; only one of them counts; make the selectors differ [east.yaml:37:18]"
                            + " TELEMETRY_SELECTORS_OVERLAP");
            assertThat(lines(telemetry("shop/a", ""), telemetry("shop/b", "")))
                    .hasSize(2)
                    .first()
                    .isEqualTo("ERROR Telemetry/shop/a spec: has no selector, as Telemetry [b] of the same namespace;"
                            + " only one of them counts; give them selectors or keep one [east.yaml:37:7]"
                            + " TELEMETRIES_WITHOUT_SELECTOR");
        }

        private static final String MESH = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data:
                  mesh: |
                    defaultProviders: {accessLogging: [%s]}
                    extensionProviders: [{name: old, lightstep: {service: a, port: 1}}]
                ---
                """;

        @Test
        void needAProviderForAccessLogs() {
            String log = telemetry("shop/a", "accessLogging: [{disabled: true}, {}, {providers: [{name: p}]}]");

            assertThat(lines(log))
                    .containsExactly(
                            "WARNING Telemetry/shop/a spec.accessLogging[1]: has no effect because neither it nor"
                                    + " defaultProviders of the mesh configuration names a provider; add providers"
                                    + " [east.yaml:37:42] TELEMETRY_WITHOUT_PROVIDER");
            assertThat(lines(MESH.replace("%s", "envoy") + log)).isEmpty();
            assertThat(lines(MESH.replace("%s", "") + log)).hasSize(1);
        }

        @Test
        void mustNotTraceWithLightstep() {
            String trace = telemetry("shop/a", "tracing: [{providers: [{name: new}, {name: old}]}]");

            assertThat(lines(trace)).isEmpty();
            assertThat(lines(MESH.replace("%s", "") + trace))
                    .containsExactly(
                            "WARNING Telemetry/shop/a spec.tracing[0].providers[1]: provider \"old\" is of type"
                                    + " lightstep, which is deprecated; use a provider of type opentelemetry [east.yaml:45:44]"
                                    + " FEATURE_DEPRECATED");
        }
    }

    @Nested
    class Authorization {
        private List<String> lines(String key, String spec) {
            return AnalysedMesh.of(WORKLOADS, resource("security.istio.io/v1", "AuthorizationPolicy", key, spec))
                    .lines(IssueCode.POLICY_WITHOUT_WORKLOADS, IssueCode.NAMESPACE_NOT_FOUND);
        }

        @Test
        void appliesToAWorkloadOfTheMesh() {
            assertThat(lines("shop/a", "")).isEmpty();
            assertThat(lines("calm/a", "selector: {matchLabels: {app: calm}}")).isEmpty();
            assertThat(lines("istio-system/a", "")).isEmpty();
            assertThat(lines("istio-system/a", "selector: {matchLabels: {app: web}}"))
                    .isEmpty();
            assertThat(lines("plain/a", "targetRefs: [{kind: Service, name: web, group: \"\"}]"))
                    .isEmpty();
        }

        @Test
        void withoutOneIsAWarning() {
            assertThat(lines("plain/a", "action: DENY"))
                    .containsExactly(
                            "WARNING AuthorizationPolicy/plain/a spec: no workload of namespace \"plain\" is in"
                                    + " the mesh; correct the policy or add the workload to the mesh [east.yaml:37:7]"
                                    + " POLICY_WITHOUT_WORKLOADS");
            assertThat(lines("shop/a", "selector: {matchLabels: {app: none}}"))
                    .containsExactly(
                            "WARNING AuthorizationPolicy/shop/a spec.selector: no workload of namespace \"shop\""
                                    + " is in the mesh and has the labels \"app=none\"; correct the policy or add the workload to"
                                    + " the mesh [east.yaml:37:18] POLICY_WITHOUT_WORKLOADS");
            assertThat(lines("istio-system/a", "selector: {matchLabels: {app: out}}"))
                    .containsExactly("WARNING AuthorizationPolicy/istio-system/a spec.selector: no workload of the mesh"
                            + " has the labels \"app=out\"; correct the policy or add the workload to the mesh"
                            + " [east.yaml:37:18] POLICY_WITHOUT_WORKLOADS");
        }

        @Test
        void namesNamespacesThatExist() {
            assertThat(lines(
                            "shop/a",
                            "rules: [{from: [{source: {namespaces: [calm, \"*\", \"sh*\", \"*ain\", SHOP]}}]}]"))
                    .isEmpty();
            assertThat(lines(
                            "shop/a",
                            "rules: [{from: [{source: {namespaces: [calm, clam], notNamespaces: [\"x*\"]}}]}]"))
                    .containsExactly(
                            "ERROR AuthorizationPolicy/shop/a spec.rules[0].from[0].source.namespaces[1]: namespace"
                                    + " \"clam\" does not exist in the clusters [east]; correct the name or add the"
                                    + " namespace [east.yaml:37:53] NAMESPACE_NOT_FOUND",
                            "ERROR AuthorizationPolicy/shop/a spec.rules[0].from[0].source.notNamespaces[0]: namespace"
                                    + " \"x*\" does not exist in the clusters [east]; correct the name or add the"
                                    + " namespace [east.yaml:37:76] NAMESPACE_NOT_FOUND");
        }
    }

    @Nested
    class SelectorsOfTheGatewayApi {
        private List<String> lines(String apiVersion, String kind, String spec) {
            return AnalysedMesh.of(WORKLOADS, resource(apiVersion, kind, "shop/a", spec))
                    .lines(IssueCode.SELECTOR_INEFFECTIVE_ON_GATEWAY);
        }

        @Test
        void doNotApply() {
            assertThat(lines("security.istio.io/v1", "RequestAuthentication", "selector: {matchLabels: {app: gw}}"))
                    .containsExactly(
                            "WARNING RequestAuthentication/shop/a spec.selector: selects pods of the Gateway API"
                                    + " Gateway [front], to which selectors do not apply; name the Gateway in targetRefs"
                                    + " [east.yaml:37:18] SELECTOR_INEFFECTIVE_ON_GATEWAY");
            assertThat(lines("security.istio.io/v1", "AuthorizationPolicy", "selector: {matchLabels: {app: gw}}"))
                    .hasSize(1);
            assertThat(lines("telemetry.istio.io/v1", "Telemetry", "selector: {matchLabels: {app: gw}}"))
                    .hasSize(1);
            assertThat(lines(
                            "extensions.istio.io/v1alpha1",
                            "WasmPlugin",
                            "url: \"oci://x\", selector: {matchLabels: {app: gw}}"))
                    .hasSize(1);
        }

        @Test
        void applyToOtherPods() {
            assertThat(lines("security.istio.io/v1", "AuthorizationPolicy", "selector: {matchLabels: {app: web}}"))
                    .isEmpty();
            assertThat(lines(
                            "security.istio.io/v1",
                            "AuthorizationPolicy",
                            "targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: front}]"))
                    .isEmpty();
        }
    }
}
