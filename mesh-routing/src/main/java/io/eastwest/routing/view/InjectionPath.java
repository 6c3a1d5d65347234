package io.eastwest.routing.view;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a webhook puts into the proxies of the pods that it injects, by its path. Mirrors istio 1.30.3 {@code
 * pkg/kube/inject/webhook.go:parseInjectEnvs}.
 *
 * @param environment variables by name
 */
record InjectionPath(Map<String, String> environment) {
    private static final String CLUSTER = "ISTIO_META_CLUSTER_ID";
    private static final String NETWORK = "ISTIO_META_NETWORK";
    private static final String OLD_SEPARATOR = ":ENV:";

    static InjectionPath parse(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String[] parts = trimmed.split("/", 3);
        Map<String, String> environment = new LinkedHashMap<>();
        if (parts.length == 3 && parts[2].startsWith(OLD_SEPARATOR)) {
            readOldForm(parts[2], environment);
        } else if (parts.length == 3) {
            String[] pairs = parts[2].split("/", -1);
            for (int i = 0; i + 1 < pairs.length; i += 2) {
                environment.put(variable(pairs[i]), pairs[i + 1].replace("--slash--", "/"));
            }
        }
        return new InjectionPath(environment);
    }

    private static void readOldForm(String text, Map<String, String> environment) {
        for (String pair : text.split(OLD_SEPARATOR, -1)) {
            int equal = pair.indexOf('=');
            if (equal > 0) {
                environment.put(variable(pair.substring(0, equal)), pair.substring(equal + 1));
            }
        }
    }

    private static String variable(String key) {
        return switch (key) {
            case "cluster" -> CLUSTER;
            case "net" -> NETWORK;
            default -> key.toUpperCase(Locale.ROOT);
        };
    }

    /** {@return the cluster that pods claim; empty: that of the control plane that injects them} */
    Optional<String> cluster() {
        return value(CLUSTER);
    }

    /** {@return the network that pods are in; empty: that of the control plane that injects them} */
    Optional<String> network() {
        return value(NETWORK);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
