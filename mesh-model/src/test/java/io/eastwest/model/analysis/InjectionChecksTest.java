package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.IssueCode;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Namespaces, pods, their images and annotations, and the webhooks that change them. */
class InjectionChecksTest {
    private static String namespace(String labels) {
        return "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {" + labels + "}}\n";
    }

    private static String pod(String metadata, String spec) {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: web-1, namespace: shop" + metadata + "}\nspec: {" + spec
                + "}\n";
    }

    private static String injector(String values) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio-sidecar-injector, namespace: istio-system}\n"
                + "data:\n  values: '" + values + "'\n";
    }

    @Nested
    class Namespaces {
        private List<String> lines(String... documents) {
            return AnalysedMesh.of(documents)
                    .lines(
                            IssueCode.NAMESPACE_NOT_INJECTED,
                            IssueCode.NAMESPACE_INJECTED_BY_DEFAULT,
                            IssueCode.INJECTION_LABELS_CONFLICT);
        }

        @Test
        void sayWhatTheyWant() {
            assertThat(lines(namespace("istio-injection: enabled"))).isEmpty();
            assertThat(lines(namespace("istio-injection: disabled, istio.io/rev: canary")))
                    .isEmpty();
            assertThat(lines(namespace("istio.io/rev: canary"))).isEmpty();
            assertThat(lines(namespace("istio.io/dataplane-mode: ambient"))).isEmpty();
            assertThat(lines(namespace("").replace("shop", "istio-system"))).isEmpty();
            assertThat(lines(namespace("").replace("shop", "kube-system"))).isEmpty();
        }

        @Test
        void thatDoNotSayAreWorthKnowing() {
            assertThat(lines(namespace("")))
                    .containsExactly(
                            "INFO Namespace/shop metadata.name: gets no sidecars; add label istio-injection:"
                                    + " enabled, or disabled to say that this is intended [east.yaml:3:18] NAMESPACE_NOT_INJECTED");
            assertThat(lines(
                            injector("{\"sidecarInjectorWebhook\": {\"enableNamespacesByDefault\": true}}"),
                            namespace("")))
                    .containsExactly("INFO Namespace/shop metadata.name: gets sidecars because the injector takes all"
                            + " namespaces without a label; say istio-injection: enabled, or disabled to keep sidecars out"
                            + " [east.yaml:10:18] NAMESPACE_INJECTED_BY_DEFAULT");
        }

        @Test
        void thatSayTwoThingsAreWarnings() {
            assertThat(lines(namespace("istio-injection: enabled, istio.io/rev: canary")))
                    .containsExactly("WARNING Namespace/shop metadata.labels: has the labels [istio-injection=enabled,"
                            + " istio.io/rev=canary], of which each decides alone; keep one of them [east.yaml:3:32]"
                            + " INJECTION_LABELS_CONFLICT");
        }
    }

    @Nested
    class Pods {
        private static final String PROXY = "{name: istio-proxy, image: \"hub/proxyv2:1\"}";

        private List<String> lines(String metadata, String spec) {
            return AnalysedMesh.of(namespace("istio-injection: enabled"), pod(metadata, spec))
                    .lines(IssueCode.PROXY_MISSING);
        }

        @Test
        void haveASidecarOrAReason() {
            assertThat(lines("", "containers: [{name: app}, " + PROXY + "]")).isEmpty();
            assertThat(lines("", "containers: [{name: app}], initContainers: [" + PROXY + "]"))
                    .isEmpty();
            assertThat(lines(", labels: {sidecar.istio.io/inject: \"False\"}", "containers: [{name: app}]"))
                    .isEmpty();
            assertThat(lines("", "hostNetwork: true, containers: [{name: app}]"))
                    .isEmpty();
            assertThat(lines(", labels: {security.istio.io/tlsMode: istio}", "containers: [{name: app}]"))
                    .isEmpty();
            assertThat(lines("", "")).isEmpty();
        }

        @Test
        void withoutOneAreWarnings() {
            assertThat(lines("", "containers: [{name: app}]"))
                    .containsExactly("WARNING Pod/shop/web-1 metadata.name: has no sidecar although its namespace is"
                            + " injected; restart it, or say sidecar.istio.io/inject: \"false\" [east.yaml:8:18]"
                            + " PROXY_MISSING");
        }

        private List<String> images(String namespace, String metadata, String image, String more) {
            String values = "{\"global\": {\"hub\": \"hub\", \"tag\": \"1\", \"proxy\": {\"image\": \"proxyv2\"}}}";
            return AnalysedMesh.of(
                            injector(values),
                            namespace(namespace),
                            pod(metadata, "containers: [{name: istio-proxy, image: \"" + image + "\"}]"),
                            more)
                    .lines(IssueCode.PROXY_IMAGE_OUTDATED);
        }

        private static final String VARIANT = """
                apiVersion: networking.istio.io/v1beta1
                kind: ProxyConfig
                metadata: {name: p, namespace: shop}
                spec: {image: {imageType: distroless}}
                """;

        @Test
        void runTheImageOfTheInjector() {
            assertThat(images("istio-injection: enabled", "", "hub/proxyv2:1", ""))
                    .isEmpty();
            assertThat(images("istio-injection: enabled", "", "hub/proxyv2:1-distroless", VARIANT))
                    .isEmpty();
            assertThat(images("", "", "hub/proxyv2:0", "")).isEmpty();
            assertThat(images("istio.io/rev: unknown", "", "hub/proxyv2:0", "")).isEmpty();
            assertThat(images(
                            "istio-injection: enabled",
                            ", annotations: {sidecar.istio.io/proxyImage: x}",
                            "hub/proxyv2:0",
                            ""))
                    .isEmpty();
        }

        @Test
        void thatRunAnotherAreCountedByNamespace() {
            assertThat(images("istio-injection: enabled", "", "hub/proxyv2:0", ""))
                    .containsExactly(
                            "WARNING Namespace/shop metadata.name: its pods [web-1] run a proxy image that the"
                                    + " injector would not give them today; restart them [east.yaml:10:18] PROXY_IMAGE_OUTDATED");
            assertThat(images("istio-injection: enabled", "", "hub/proxyv2:1-debug", VARIANT))
                    .hasSize(1);
        }
    }

    @Nested
    class Containers {
        private static String deployment(String spec) {
            return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop, labels: {app: istiod}}\n"
                    + "spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {"
                    + spec + "}}}\n";
        }

        private static final String WEBHOOK = """
                apiVersion: admissionregistration.k8s.io/v1
                kind: MutatingWebhookConfiguration
                metadata: {name: istio-sidecar-injector}
                webhooks:
                - name: rev.namespace.sidecar-injector.istio.io
                  clientConfig: {service: {name: istiod, namespace: istio-system}}
                  namespaceSelector: {matchLabels: {istio-injection: enabled}}
                """;

        private List<String> auto(String... documents) {
            return AnalysedMesh.of(documents).lines(IssueCode.IMAGE_NOT_INJECTED, IssueCode.IMAGE_NOT_INJECTED_IN_POD);
        }

        @Test
        void haveTheirImageFilledIn() {
            String auto = deployment("containers: [{name: istio-proxy, image: auto}]");

            assertThat(auto(WEBHOOK, namespace("istio-injection: enabled"), auto))
                    .isEmpty();
            assertThat(auto(namespace(""), auto)).isEmpty();
            assertThat(auto(WEBHOOK, namespace(""), auto))
                    .containsExactly(
                            "WARNING Deployment/shop/web spec.template.spec.containers[0].image: image auto is not"
                                    + " replaced, because no injection webhook is called for these pods; label the template or the"
                                    + " namespace for injection [east.yaml:18:135] IMAGE_NOT_INJECTED");
            assertThat(auto(pod("", "containers: [{name: istio-proxy, image: auto}]")))
                    .containsExactly(
                            "ERROR Pod/shop/web-1 spec.containers[0].image: image auto was not replaced, because"
                                    + " no injection webhook was called; make the pod match a webhook and restart it"
                                    + " [east.yaml:4:48] IMAGE_NOT_INJECTED_IN_POD");
        }

        @Test
        void doNotRunAsTheUserOfTheProxy() {
            String user = "securityContext: {runAsUser: 1337}";

            assertThat(AnalysedMesh.of(
                                    pod("", "containers: [{name: istio-proxy, " + user + "}]"),
                                    deployment("securityContext: {runAsUser: 1000}"))
                            .lines(IssueCode.PROXY_USER_TAKEN))
                    .isEmpty();
            assertThat(AnalysedMesh.of(pod("", user + ", containers: [{name: app, " + user + "}]"), deployment(user))
                            .lines(IssueCode.PROXY_USER_TAKEN))
                    .containsExactly(
                            "WARNING Pod/shop/web-1 spec.securityContext.runAsUser: user 1337 is that of the proxy, whose"
                                    + " traffic is not redirected; use another user [east.yaml:4:37] PROXY_USER_TAKEN",
                            "WARNING Pod/shop/web-1 spec.containers[0].securityContext.runAsUser: user 1337 is that of the"
                                    + " proxy, whose traffic is not redirected; use another user [east.yaml:4:98]"
                                    + " PROXY_USER_TAKEN",
                            "WARNING Deployment/shop/web spec.template.spec.securityContext.runAsUser: user 1337 is that of"
                                    + " the proxy, whose traffic is not redirected; use another user [east.yaml:10:124]"
                                    + " PROXY_USER_TAKEN");
        }

        @Test
        void ofIstiodSayWhereKeysAreNotFetched() {
            String policy = """
                    apiVersion: security.istio.io/v1
                    kind: RequestAuthentication
                    metadata: {name: jwt, namespace: shop}
                    """;
            String blocked = "containers: [{name: d, env: [{name: BLOCKED_CIDRS_IN_JWKS_URIS, value: 10.0.0.0/8}]}]";

            assertThat(AnalysedMesh.of(policy, deployment(blocked)).lines(IssueCode.JWKS_FETCH_UNRESTRICTED))
                    .isEmpty();
            assertThat(AnalysedMesh.of(deployment("")).lines(IssueCode.JWKS_FETCH_UNRESTRICTED))
                    .isEmpty();
            assertThat(AnalysedMesh.of(policy, deployment("containers: [{name: d}]"))
                            .lines(IssueCode.JWKS_FETCH_UNRESTRICTED))
                    .containsExactly(
                            "WARNING Deployment/shop/web spec.template.spec.containers: istiod fetches keys for"
                                    + " RequestAuthentication [shop/jwt] from any address; set environment variable"
                                    + " BLOCKED_CIDRS_IN_JWKS_URIS [east.yaml:9:107] JWKS_FETCH_UNRESTRICTED");
        }
    }

    @Nested
    class Annotations {
        private List<String> lines(String kindHead, String annotation) {
            return AnalysedMesh.of(kindHead.replace("%s", annotation))
                    .lines(
                            IssueCode.ANNOTATION_UNKNOWN,
                            IssueCode.ANNOTATION_MISPLACED,
                            IssueCode.ANNOTATION_DEPRECATED);
        }

        private static final String SERVICE =
                "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop, annotations: {%s: x}}\n";

        @Test
        void standWhereTheyBelong() {
            assertThat(lines(SERVICE, "networking.istio.io/exportTo")).isEmpty();
            assertThat(lines(SERVICE, "galley.istio.io/analyze-suppress")).isEmpty();
            assertThat(lines(SERVICE, "example.com/anything")).isEmpty();
            assertThat(lines(SERVICE, "sidecar.istio.io/status")).isEmpty();
            assertThat(lines(pod(", annotations: {%s: x}", ""), "proxy.istio.io/config"))
                    .isEmpty();
        }

        @Test
        void thatIstioDoesNotKnowAreWarnings() {
            assertThat(lines(SERVICE, "networking.istio.io/exporTo"))
                    .containsExactly(
                            "WARNING Service/shop/web metadata.annotations[\"networking.istio.io/exporTo\"]: Istio"
                                    + " has no annotation \"networking.istio.io/exporTo\"; correct the name or remove it"
                                    + " [east.yaml:3:83] ANNOTATION_UNKNOWN");
        }

        @Test
        void elsewhereAreWarnings() {
            String deployment =
                    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop, annotations:"
                            + " {%s: x}}\nspec: {selector: {}, template: {}}\n";

            assertThat(lines(deployment, "proxy.istio.io/config"))
                    .containsExactly("WARNING Deployment/shop/web metadata.annotations[\"proxy.istio.io/config\"]:"
                            + " annotation \"proxy.istio.io/config\" has no effect here, only on Pod; move it to the pod"
                            + " template [east.yaml:3:77] ANNOTATION_MISPLACED");
        }

        @Test
        void thatAreGivenUpAreWorthKnowing() {
            String inject = "sidecar.istio.io/inject";

            assertThat(lines(pod(", annotations: {%s: x}", ""), inject))
                    .containsExactly("INFO Pod/shop/web-1 metadata.annotations[\"sidecar.istio.io/inject\"]: annotation"
                            + " \"sidecar.istio.io/inject\" is deprecated; use the label of the same name [east.yaml:3:81]"
                            + " ANNOTATION_DEPRECATED");
            assertThat(lines(pod(", labels: {" + inject + ": \"true\"}, annotations: {%s: x}", ""), inject))
                    .isEmpty();
        }
    }
}
