package io.eastwest.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.UnknownResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.model.reader.ManifestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One webhook of a configuration, which is not modelled as a kind of its own.
 *
 * @param configuration the object that holds it
 * @param path where it stands there
 * @param content what the document says
 */
record WebhookConfiguration(Found<UnknownResource> configuration, DocumentPath path, JsonNode content) {
    static final String MUTATING = "MutatingWebhookConfiguration";
    static final String VALIDATING = "ValidatingWebhookConfiguration";
    private static final String GROUP = "admissionregistration.k8s.io";

    /** {@return all webhooks of one kind of the control plane's own cluster} */
    static List<WebhookConfiguration> all(ControlPlaneScope scope, String kind) {
        List<WebhookConfiguration> all = new ArrayList<>();
        for (Found<UnknownResource> found : scope.configuration(UnknownResource.class)) {
            if (found.resource().kind().equals(kind) && found.resource().group().equals(GROUP)) {
                JsonNode webhooks = found.resource().content().path("webhooks");
                for (int i = 0; i < webhooks.size(); i++) {
                    DocumentPath path = AnalysisPaths.ROOT.field("webhooks").index(i);
                    all.add(new WebhookConfiguration(found, path, webhooks.path(i)));
                }
            }
        }
        return all;
    }

    String name() {
        return content.path("name").asText();
    }

    /** {@return whether Istio's injection is called} */
    boolean isOfIstio() {
        return name().endsWith("istio.io");
    }

    /** {@return whether it is called for a pod; without selectors for every one} */
    boolean isCalledFor(Map<String, String> namespaceLabels, Map<String, String> podLabels) {
        return matches("namespaceSelector", namespaceLabels) && matches("objectSelector", podLabels);
    }

    private boolean matches(String field, Map<String, String> labels) {
        JsonNode selector = content.path(field);
        return selector.isMissingNode()
                || selector.isNull()
                || read(selector).map(read -> read.matches(labels)).orElse(false);
    }

    /** {@return a selector; empty if it cannot be read, and then it selects nothing} */
    private static Optional<LabelSelector> read(JsonNode selector) {
        return ManifestReader.strict()
                .readValue(LabelSelector.class, "selector", selector.toString())
                .value();
    }
}
