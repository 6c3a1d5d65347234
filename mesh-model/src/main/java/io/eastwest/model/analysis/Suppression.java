package io.eastwest.model.analysis;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.Issue;

/**
 * A problem that is known and not to be reported: what {@code istioctl analyze --suppress} takes.
 *
 * @param code Istio's code, such as {@code IST0102}, or the name of an issue code, such as {@code HOST_NOT_FOUND}
 * @param resource kind and name of the resource, {@code VirtualService reviews.shop} or {@code VirtualService
 *     shop/reviews}; each {@code *} stands for any text
 */
public record Suppression(String code, String resource) {
    /**
     * Checks that both are given.
     *
     * @param code code of the problem
     * @param resource kind and name of the resource
     */
    public Suppression {
        requireNonNull(code, "code");
        requireNonNull(resource, "resource");
    }

    /**
     * Reads the form of the command line.
     *
     * @param text such as {@code IST0101=VirtualService *.shop}
     * @return the suppression
     * @throws IllegalArgumentException if the text is not a code, an equals sign and a resource
     */
    public static Suppression parse(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || equals == text.length() - 1 || text.indexOf('=', equals + 1) >= 0) {
            throw new IllegalArgumentException(
                    "a suppression is CODE=Kind name.namespace, such as IST0101=VirtualService *.shop, but was "
                            + text);
        }
        return new Suppression(text.substring(0, equals), text.substring(equals + 1));
    }

    /** {@return {@code CODE=Kind name.namespace}, which {@link #parse(String)} reads} */
    @Override
    public String toString() {
        return code + "=" + resource;
    }

    /** The documentation of Istio writes name.namespace, its code compares namespace/name: both are taken. */
    boolean covers(ResourceKey key, Issue issue) {
        if (!AnalysisCodes.isNamed(code, issue)) {
            return false;
        }
        String kind = key.kind() + " ";
        return key.namespace().isEmpty()
                ? matches(resource, kind + key.name())
                : matches(resource, kind + key.name() + "." + key.namespace())
                        || matches(resource, kind + key.namespace() + "/" + key.name());
    }

    private static boolean matches(String pattern, String text) {
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(text);
        }
        String last = parts[parts.length - 1];
        int at = parts[0].length();
        int end = text.length() - last.length();
        if (!text.startsWith(parts[0]) || end < at || !text.endsWith(last)) {
            return false;
        }
        for (int i = 1; i < parts.length - 1; i++) {
            int next = text.indexOf(parts[i], at);
            if (next < 0 || next + parts[i].length() > end) {
                return false;
            }
            at = next + parts[i].length();
        }
        return true;
    }
}
