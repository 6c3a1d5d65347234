package io.eastwest.render.forecast;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the path of the injection webhook tells istiod about the pods that ask through it. Mirrors istio 1.30.3 {@code
 * pkg/kube/inject/webhook.go:parseInjectEnvs}.
 */
public final class InjectionPath {
    /** Variable that a proxy reports its cluster by. */
    public static final String CLUSTER = "ISTIO_META_CLUSTER_ID";

    /** Variable that a proxy reports its network by. */
    public static final String NETWORK = "ISTIO_META_NETWORK";

    private static final String PREFIX = "/inject";
    private static final String OLD_FORM = ":ENV:";

    private InjectionPath() {}

    /**
     * The environment variables that a path sets.
     *
     * @param path such as {@code /inject/cluster/c2/net/network2}
     * @return values by name; a value may be empty, which istiod does not use
     */
    public static Map<String, String> environment(String path) {
        String text = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String tail = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
        Map<String, String> variables = new TreeMap<>();
        if (tail.startsWith("/" + OLD_FORM)) {
            oldForm(tail.substring(1), variables);
        } else if (!tail.isEmpty()) {
            String[] parts = tail.substring(1).split("/", -1);
            for (int i = 0; i + 1 < parts.length; i += 2) {
                put(variables, parts[i], parts[i + 1].replace("--slash--", "/"));
            }
        }
        return Collections.unmodifiableMap(variables);
    }

    private static void oldForm(String tail, Map<String, String> variables) {
        for (String part : tail.split(OLD_FORM, -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                put(variables, part.substring(0, equals), part.substring(equals + 1));
            }
        }
    }

    private static void put(Map<String, String> variables, String key, String value) {
        if (!key.isEmpty()) {
            variables.put(variable(key), value);
        }
    }

    private static String variable(String key) {
        return switch (key) {
            case "cluster" -> CLUSTER;
            case "net" -> NETWORK;
            default -> key.toUpperCase(Locale.ROOT);
        };
    }
}
