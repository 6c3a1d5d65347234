package io.eastwest.render.install;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.reader.ManifestReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether istiod takes the kubeconfig of a remote secret, and what it says if not. A file that a kubeconfig names is never
 * in the container of istiod. Mirrors istio 1.30.3 {@code pkg/kube/util.go:sanitizeKubeConfig} and, before that,
 * client-go {@code tools/clientcmd/validation.go:Validate}.
 */
final class KubeconfigCheck {
    /** Environment variable of istiod that lists what a kubeconfig may use all the same. */
    static final String ALLOWED = "PILOT_INSECURE_MULTICLUSTER_KUBECONFIG_OPTIONS";

    private final Map<String, JsonNode> clusters;
    private final Map<String, JsonNode> users;
    private final Map<String, JsonNode> contexts;
    private final String current;

    private KubeconfigCheck(JsonNode config) {
        this.clusters = named(config.path("clusters"), "cluster");
        this.users = named(config.path("users"), "user");
        this.contexts = named(config.path("contexts"), "context");
        this.current = config.path("current-context").asText("");
    }

    /** {@return what istiod says against a kubeconfig; empty: it takes it. No value of a user is repeated} */
    static Optional<String> objection(String text, Collection<String> allowed) {
        Optional<JsonNode> config = ManifestReader.strict()
                .readValue(JsonNode.class, "kubeconfig", text)
                .value();
        if (config.isEmpty() || !config.get().isObject()) {
            return Optional.of("kubeconfig is not valid: it is no YAML object");
        }
        KubeconfigCheck check = new KubeconfigCheck(config.get());
        List<String> errors = check.errors();
        if (!errors.isEmpty()) {
            String list = errors.size() == 1 ? errors.get(0) : "[" + String.join(", ", errors) + "]";
            return Optional.of("kubeconfig is not valid: invalid configuration: " + list);
        }
        return check.forbidden(allowed).map(reason -> "kubeconfig is not allowed: " + reason + " is not allowed");
    }

    private static Map<String, JsonNode> named(JsonNode list, String field) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        list.forEach(item -> items.put(item.path("name").asText(""), item.path(field)));
        return items;
    }

    private List<String> errors() {
        List<String> errors = new ArrayList<>();
        if (clusters.isEmpty() && users.isEmpty() && contexts.isEmpty()) {
            return List.of("no configuration has been provided");
        }
        if (!current.isEmpty() && !contexts.containsKey(current)) {
            errors.add("context was not found for specified context: " + current);
        }
        contexts.forEach((context, content) -> {
            reference(errors, "user", context, content, users);
            reference(errors, "cluster", context, content, clusters);
        });
        users.forEach((name, user) -> userErrors(errors, name, user));
        clusters.forEach((name, cluster) -> clusterErrors(errors, name, cluster));
        return errors;
    }

    private static void reference(
            List<String> errors, String what, String context, JsonNode content, Map<String, JsonNode> known) {
        String name = content.path(what).asText("");
        if (name.isEmpty()) {
            errors.add(what + " was not specified for context \"" + context + "\"");
        } else if (!known.containsKey(name)) {
            errors.add(what + " \"" + name + "\" was not found for context \"" + context + "\"");
        }
    }

    private static void userErrors(List<String> errors, String name, JsonNode user) {
        List<String> methods = new ArrayList<>();
        if (has(user, "token")) {
            methods.add("token");
        }
        if (has(user, "username") || has(user, "password")) {
            methods.add("basicAuth");
        }
        if (has(user, "client-certificate") || has(user, "client-certificate-data")) {
            if (!has(user, "client-key") && !has(user, "client-key-data")) {
                errors.add("client-key-data or client-key must be specified for " + name
                        + " to use the clientCert authentication method");
            }
            file(errors, user, "client-certificate", "client-cert", name);
            file(errors, user, "client-key", "client-key", name);
        }
        JsonNode exec = user.path("exec");
        if (exec.isObject()) {
            execErrors(errors, name, exec, user.has("auth-provider"));
        }
        if (methods.size() > 1) {
            errors.add("more than one authentication method found for " + name + "; found " + methods
                    + ", only one is allowed");
        }
    }

    private static void execErrors(List<String> errors, String name, JsonNode exec, boolean provider) {
        if (provider) {
            errors.add("authProvider cannot be provided in combination with an exec plugin for " + name);
        }
        for (String field : List.of("command", "apiVersion", "interactiveMode")) {
            if (!has(exec, field)) {
                errors.add(field + " must be specified for " + name + " to use exec authentication plugin");
            }
        }
    }

    private static void clusterErrors(List<String> errors, String name, JsonNode cluster) {
        if (!cluster.isObject() || cluster.isEmpty()) {
            errors.add("cluster has no server defined");
            return;
        }
        if (!has(cluster, "server")) {
            errors.add("no server found for cluster \"" + name + "\"");
        }
        if (cluster.path("insecure-skip-tls-verify").asBoolean() && has(cluster, "certificate-authority")) {
            errors.add("specifying a root certificates file with the insecure flag is not allowed");
        }
        file(errors, cluster, "certificate-authority", "certificate-authority", name);
    }

    private static void file(List<String> errors, JsonNode node, String field, String what, String name) {
        if (has(node, field)) {
            String path = node.path(field).asText();
            errors.add("unable to read " + what + " " + path + " for " + name + " due to open " + path
                    + ": no such file or directory");
        }
    }

    private Optional<String> forbidden(Collection<String> allowed) {
        for (JsonNode user : users.values()) {
            String provider = user.path("auth-provider").path("name").asText("");
            if (user.has("auth-provider") && !provider.equals("oidc") && !allowed.contains(provider)) {
                return Optional.of("auth provider " + provider);
            }
            if (has(user, "client-key") && !allowed.contains("clientKey")) {
                return Optional.of("clientKey");
            }
            if (has(user, "tokenFile") && !allowed.contains("tokenFile")) {
                return Optional.of("tokenFile");
            }
            if (user.path("exec").isObject() && !allowed.contains("exec")) {
                return Optional.of("exec");
            }
        }
        return Optional.empty();
    }

    private static boolean has(JsonNode node, String field) {
        return !node.path(field).asText("").isEmpty();
    }
}
