package io.eastwest.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.security.RequestAuthentication;
import io.eastwest.model.kubernetes.Container;
import io.eastwest.model.kubernetes.Deployment;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.kubernetes.PodSpec;
import java.util.List;
import java.util.Map;

/**
 * Containers of pods and Deployments: is the image filled in, is the user not that of the proxy, and does istiod know which
 * addresses it must not fetch keys from? Deployments are those of the control plane's own cluster. Whether the image {@code auto} of a
 * Deployment is filled in is judged only where the mesh holds webhooks. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/injection/image-auto.go}, {@code deployment/pod.go} and {@code authn/blockedcidrs.go}.
 */
final class InjectedImages {
    private static final String AUTO = "auto";
    private static final String OPERATOR = "istio-operator";
    private static final String BLOCKED = "BLOCKED_CIDRS_IN_JWKS_URIS";
    private static final int PROXY_USER = 1337;

    private final ControlPlaneScope scope;
    private final Findings findings;

    private InjectedImages(ControlPlaneScope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    static void check(ControlPlaneScope scope, Findings findings) {
        InjectedImages images = new InjectedImages(scope, findings);
        DocumentPath template = AnalysisPaths.SPEC.field("template").field("spec");
        for (Found<Pod> pod : scope.reported(Pod.class)) {
            images.checkUser(pod, pod.resource().spec(), AnalysisPaths.SPEC);
            images.checkAuto(pod);
        }
        for (Found<Deployment> deployment : scope.configuration(Deployment.class)) {
            PodSpec spec = deployment.resource().spec().template().spec().orElse(PodSpec.empty());
            if (!ControlPlaneScope.isIgnored(deployment)) {
                images.checkUser(deployment, spec, template);
                images.checkAuto(deployment, spec, template);
                images.checkIstiod(deployment, spec, template);
            }
        }
    }

    private void checkAuto(Found<Pod> pod) {
        List<Container> containers = pod.resource().spec().containers();
        for (int i = 0; i < containers.size(); i++) {
            if (isAuto(containers.get(i))) {
                findings.error(
                        IssueCode.IMAGE_NOT_INJECTED_IN_POD,
                        pod,
                        AnalysisPaths.SPEC.field("containers").index(i).field("image"),
                        "image auto was not replaced, because no injection webhook was called",
                        "make the pod match a webhook and restart it");
            }
        }
    }

    private void checkAuto(Found<Deployment> deployment, PodSpec spec, DocumentPath path) {
        List<WebhookConfiguration> webhooks = WebhookConfiguration.all(scope, WebhookConfiguration.MUTATING);
        for (int i = 0; i < spec.containers().size(); i++) {
            if (isAuto(spec.containers().get(i)) && !webhooks.isEmpty()) {
                Map<String, String> namespace =
                        MeshMembership.namespaceLabels(scope, deployment.cluster(), deployment.namespace());
                Map<String, String> labels =
                        deployment.resource().spec().template().labels();
                if (webhooks.stream()
                        .noneMatch(webhook -> webhook.isOfIstio() && webhook.isCalledFor(namespace, labels))) {
                    findings.warning(
                            IssueCode.IMAGE_NOT_INJECTED,
                            deployment,
                            path.field("containers").index(i).field("image"),
                            "image auto is not replaced, because no injection webhook is called for these pods",
                            "label the template or the namespace for injection");
                }
            }
        }
    }

    private static boolean isAuto(Container container) {
        return container.name().equals(MeshMembership.PROXY)
                && container.image().filter(AUTO::equals).isPresent();
    }

    private void checkUser(Found<?> found, PodSpec spec, DocumentPath path) {
        if (found.labels().containsKey("istio")
                || found.labels().getOrDefault("release", "").equals("istio")) {
            return;
        }
        checkUser(found, spec.otherFields(), path);
        for (int i = 0; i < spec.containers().size(); i++) {
            Container container = spec.containers().get(i);
            if (!container.name().equals(MeshMembership.PROXY)
                    && !container.name().equals(OPERATOR)) {
                checkUser(
                        found, container.otherFields(), path.field("containers").index(i));
            }
        }
    }

    private void checkUser(Found<?> found, Map<String, JsonNode> fields, DocumentPath path) {
        JsonNode user = fields.getOrDefault("securityContext", MissingNode.getInstance())
                .path("runAsUser");
        if (user.asInt() == PROXY_USER) {
            findings.warning(
                    IssueCode.PROXY_USER_TAKEN,
                    found,
                    path.field("securityContext").field("runAsUser"),
                    "user " + PROXY_USER + " is that of the proxy, whose traffic is not redirected",
                    "use another user");
        }
    }

    private void checkIstiod(Found<Deployment> deployment, PodSpec spec, DocumentPath path) {
        List<Found<RequestAuthentication>> policies = scope.configuration(RequestAuthentication.class);
        if (policies.isEmpty() || !deployment.labels().getOrDefault("app", "").equals("istiod")) {
            return;
        }
        boolean restricted = spec.containers().stream()
                .map(Container::env)
                .flatMap(List::stream)
                .filter(variable -> variable.name().equals(BLOCKED))
                .anyMatch(variable -> !variable.value().orElse("").isEmpty());
        if (!restricted) {
            List<String> names = policies.stream()
                    .map(policy -> policy.namespace() + "/" + policy.name())
                    .sorted()
                    .toList();
            findings.warning(
                    IssueCode.JWKS_FETCH_UNRESTRICTED,
                    deployment,
                    path.field("containers"),
                    "istiod fetches keys for RequestAuthentication " + Texts.list(names) + " from any address",
                    "set environment variable " + BLOCKED);
        }
    }
}
