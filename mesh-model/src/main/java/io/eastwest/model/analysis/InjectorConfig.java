package io.eastwest.model.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.reader.ManifestReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The Helm values in the ConfigMaps of the injectors of a control plane's cluster, by revision. */
final class InjectorConfig {
    private static final String NAME = "istio-sidecar-injector";
    private static final String VALUES = "values";
    private static final String DEFAULT = "default";

    private final Map<String, JsonNode> byName = new LinkedHashMap<>();

    private InjectorConfig() {}

    static InjectorConfig of(ControlPlaneScope scope) {
        InjectorConfig config = new InjectorConfig();
        for (Found<ConfigMap> found : scope.configuration(ConfigMap.class)) {
            if (found.name().startsWith(NAME)) {
                String text = found.resource().data().getOrDefault(VALUES, "");
                config.byName.put(
                        found.name(),
                        ManifestReader.strict()
                                .readValue(JsonNode.class, VALUES, text)
                                .value()
                                .orElse(MissingNode.getInstance()));
            }
        }
        return config;
    }

    /** {@return whether a namespace without labels is injected by this revision} */
    boolean injectsByDefault(String revision) {
        return values(revision)
                .path("sidecarInjectorWebhook")
                .path("enableNamespacesByDefault")
                .asBoolean();
    }

    /** {@return image of the proxy that this revision injects; empty without a ConfigMap of it} */
    Optional<String> proxyImage(String revision) {
        if (!byName.containsKey(name(revision))) {
            return Optional.empty();
        }
        JsonNode global = values(revision).path("global");
        String image = global.path("proxy").path("image").asText();
        return Optional.of(
                image.contains("/")
                        ? image
                        : global.path("hub").asText() + "/" + image + ":"
                                + global.path("tag").asText());
    }

    private JsonNode values(String revision) {
        return byName.getOrDefault(name(revision), MissingNode.getInstance());
    }

    private static String name(String revision) {
        return revision.isEmpty() || revision.equals(DEFAULT) ? NAME : NAME + "-" + revision;
    }
}
