package io.eastwest.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.KubernetesService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Webhooks that inject sidecars: at most one is called for a pod, and its control plane exists. All combinations of the
 * labels that decide are tried. A missing Service is looked for in the control plane's own cluster, and only where the mesh
 * holds Services. Mirrors istio 1.30.3 {@code pkg/config/analysis/analyzers/webhook/webhook.go}.
 */
final class InjectorWebhooks {
    private InjectorWebhooks() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        Map<ResourceKey, List<WebhookConfiguration>> byObject = new TreeMap<>();
        for (WebhookConfiguration webhook : WebhookConfiguration.all(scope, WebhookConfiguration.MUTATING)) {
            byObject.computeIfAbsent(webhook.configuration().key(), any -> new ArrayList<>())
                    .add(webhook);
        }
        List<WebhookConfiguration> injectors = new ArrayList<>();
        Set<String> revisions = new TreeSet<>();
        for (List<WebhookConfiguration> webhooks : byObject.values()) {
            Set<String> own = new TreeSet<>();
            webhooks.forEach(webhook -> addRevisions(webhook, own));
            if (!own.isEmpty() || webhooks.stream().anyMatch(WebhookConfiguration::isOfIstio)) {
                injectors.addAll(webhooks);
                revisions.addAll(own);
            }
        }
        checkOverlaps(injectors, revisions, findings);
        if (!scope.configuration(KubernetesService.class).isEmpty()) {
            injectors.forEach(webhook -> checkService(scope, webhook, findings));
        }
    }

    private static void addRevisions(WebhookConfiguration webhook, Set<String> revisions) {
        String own = webhook.configuration().labels().getOrDefault(MeshMembership.REVISION, "");
        if (!own.isEmpty()) {
            revisions.add(own);
        }
        for (String field : List.of("namespaceSelector", "objectSelector")) {
            JsonNode selector = webhook.content().path(field);
            JsonNode label = selector.path("matchLabels").path(MeshMembership.REVISION);
            if (!label.isMissingNode()) {
                revisions.add(label.asText());
            }
            for (JsonNode expression : selector.path("matchExpressions")) {
                if (expression.path("key").asText().equals(MeshMembership.REVISION)) {
                    expression.path("values").forEach(value -> revisions.add(value.asText()));
                }
            }
        }
    }

    private static void checkOverlaps(List<WebhookConfiguration> injectors, Set<String> revisions, Findings findings) {
        Map<WebhookConfiguration, Set<String>> overlaps = new LinkedHashMap<>();
        for (Map<String, String> namespace : combinations(MeshMembership.INJECTION, "enabled", "disabled", revisions)) {
            for (Map<String, String> pod : combinations(MeshMembership.INJECT, "true", "false", revisions)) {
                List<WebhookConfiguration> called = injectors.stream()
                        .filter(webhook -> webhook.isCalledFor(namespace, pod))
                        .toList();
                for (WebhookConfiguration webhook : called) {
                    called.stream()
                            .filter(other -> !other.equals(webhook))
                            .forEach(other -> overlaps.computeIfAbsent(webhook, any -> new TreeSet<>())
                                    .add(label(other)));
                }
            }
        }
        overlaps.forEach((webhook, others) -> findings.error(
                IssueCode.INJECTOR_WEBHOOK_INVALID,
                webhook.configuration(),
                webhook.path(),
                "webhook " + IssueText.quote(webhook.name()) + " is called for the same pods as " + Texts.list(others)
                        + ", so that they may be injected twice",
                "make their selectors exclude each other"));
    }

    private static List<Map<String, String>> combinations(String label, String yes, String no, Set<String> revisions) {
        List<Map<String, String>> all = new ArrayList<>();
        List<String> withNone = new ArrayList<>(revisions);
        withNone.add("");
        for (String revision : withNone) {
            for (String value : List.of("", yes, no)) {
                Map<String, String> labels = new TreeMap<>();
                if (!value.isEmpty()) {
                    labels.put(label, value);
                }
                if (!revision.isEmpty()) {
                    labels.put(MeshMembership.REVISION, revision);
                }
                all.add(labels);
            }
        }
        return all;
    }

    private static void checkService(ControlPlaneScope scope, WebhookConfiguration webhook, Findings findings) {
        JsonNode service = webhook.content().path("clientConfig").path("service");
        if (service.isObject()) {
            ResourceKey key = ResourceKey.of(
                    "",
                    "Service",
                    service.path("namespace").asText(),
                    service.path("name").asText());
            if (scope.configuration(KubernetesService.class, key).isEmpty()) {
                findings.error(
                        IssueCode.INJECTOR_WEBHOOK_INVALID,
                        webhook.configuration(),
                        webhook.path().field("clientConfig").field("service"),
                        key + ", which webhook " + IssueText.quote(webhook.name())
                                + " calls, does not exist in cluster " + IssueText.quote(scope.cluster()),
                        "correct the name or add the Service");
            }
        }
    }

    private static String label(WebhookConfiguration webhook) {
        return webhook.configuration().name() + "/" + webhook.name();
    }
}
