package io.eastwest.routing.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.reader.ManifestReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether istiod takes a kubeconfig of a remote secret. Files cannot be looked at: those of istiod's own service account are there, no
 * others. Whether certificates are any is not looked at. Mirrors istio 1.30.3 {@code
 * pkg/kube/util.go:NewUntrustedRestConfig, sanitizeKubeConfig} and Kubernetes {@code
 * staging/src/k8s.io/client-go/tools/clientcmd/validation.go:Validate}.
 */
final class Kubeconfig {
    private static final String OWN_FILES = "/var/run/secrets/kubernetes.io/serviceaccount/";

    private final Set<String> allowed;
    private final List<String> problems = new ArrayList<>();

    private Kubeconfig(Set<String> allowed) {
        this.allowed = allowed;
    }

    /**
     * {@return why istiod would not take a kubeconfig, the first reason; empty: it would}
     *
     * @param text the kubeconfig
     * @param allowed insecure options that istiod is told to allow
     */
    static Optional<String> problem(String text, Set<String> allowed) {
        if (text.isEmpty()) {
            return Optional.of("is empty");
        }
        Optional<JsonNode> config = ManifestReader.strict()
                .readValue(JsonNode.class, "kubeconfig", text)
                .value();
        if (config.isEmpty() || !config.get().isObject()) {
            return Optional.of("cannot be read");
        }
        Kubeconfig result = new Kubeconfig(allowed);
        result.check(config.get());
        return result.problems.stream().findFirst();
    }

    private void check(JsonNode config) {
        Map<String, JsonNode> clusters = named(config, "clusters", "cluster");
        Map<String, JsonNode> users = named(config, "users", "user");
        Map<String, JsonNode> contexts = named(config, "contexts", "context");
        String current = text(config, "current-context");
        if (current.isEmpty()) {
            problems.add("has no current-context");
        } else if (!contexts.containsKey(current)) {
            problems.add("has no context \"" + current + "\", which is its current one");
        }
        contexts.forEach((name, context) -> {
            checkReference("user", context, users, name);
            checkReference("cluster", context, clusters, name);
        });
        users.forEach(this::checkUser);
        clusters.forEach(this::checkCluster);
    }

    private Map<String, JsonNode> named(JsonNode config, String list, String member) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        for (JsonNode entry : config.path(list)) {
            String name = text(entry, "name");
            if (named.putIfAbsent(name, entry.path(member)) != null) {
                problems.add("names \"" + name + "\" twice among its " + list);
            }
        }
        return named;
    }

    private void checkReference(String kind, JsonNode entry, Map<String, JsonNode> known, String context) {
        String name = text(entry, kind);
        if (name.isEmpty()) {
            problems.add("names no " + kind + " in context \"" + context + "\"");
        } else if (!known.containsKey(name)) {
            problems.add("has no " + kind + " \"" + name + "\", which context \"" + context + "\" names");
        }
    }

    private void checkUser(String name, JsonNode user) {
        String provider = text(user.path("auth-provider"), "name");
        if (user.hasNonNull("auth-provider") && !provider.equals("oidc") && !allowed.contains(provider)) {
            problems.add("uses auth-provider \"" + provider + "\", which istiod refuses");
        }
        checkInsecure(user, "client-key", "clientKey");
        checkInsecure(user, "client-certificate", "clientCertificate");
        checkInsecure(user, "tokenFile", "tokenFile");
        checkInsecure(user, "exec", "exec");
        boolean certificate = has(user, "client-certificate") || has(user, "client-certificate-data");
        if (certificate && !has(user, "client-key") && !has(user, "client-key-data")) {
            problems.add("has a client certificate without key for user \"" + name + "\"");
        }
        boolean password = has(user, "username") || has(user, "password");
        if (has(user, "token") && password) {
            problems.add("has both token and password for user \"" + name + "\"");
        }
    }

    private void checkInsecure(JsonNode user, String field, String option) {
        JsonNode value = user.path(field);
        boolean used = value.isTextual() ? !value.textValue().isEmpty() : user.hasNonNull(field);
        if (used && !allowed.contains(option)) {
            problems.add("uses " + field + ", which istiod refuses");
        }
    }

    private void checkCluster(String name, JsonNode cluster) {
        if (!has(cluster, "server")) {
            problems.add("has no server for cluster \"" + name + "\"");
        }
        String file = text(cluster, "certificate-authority");
        if (!file.isEmpty() && has(cluster, "certificate-authority-data")) {
            problems.add("has two certificate authorities for cluster \"" + name + "\"");
        } else if (!file.isEmpty() && !file.startsWith(OWN_FILES)) {
            problems.add("reads file " + file + ", which istiod does not have");
        }
    }

    private static boolean has(JsonNode node, String field) {
        return !text(node, field).isEmpty();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
