package io.eastwest.routing.drift;

import java.util.Optional;

/**
 * One thing that a proxy has otherwise than the manifests mean.
 *
 * @param kind how it differs
 * @param path where, such as {@code route 8080 > reviews.shop.svc.cluster.local:8080 > canary > timeout}
 * @param expected what the manifests mean; empty: nothing
 * @param actual what the proxy has; empty: nothing
 */
public record Drift(Kind kind, String path, Optional<String> expected, Optional<String> actual) {
    /** How something differs. */
    public enum Kind {
        /** The manifests mean it, the proxy does not have it. */
        MISSING,

        /** The proxy has it, the manifests do not mean it. */
        UNEXPECTED,

        /** Both have it, with other settings. */
        DIFFERENT,

        /** Both have the same routes in another order. */
        REORDERED
    }

    static Drift missing(String path, String expected) {
        return new Drift(Kind.MISSING, path, Optional.of(expected), Optional.empty());
    }

    static Drift unexpected(String path, String actual) {
        return new Drift(Kind.UNEXPECTED, path, Optional.empty(), Optional.of(actual));
    }

    static Drift different(String path, String expected, String actual) {
        return new Drift(Kind.DIFFERENT, path, Optional.of(expected), Optional.of(actual));
    }

    /** {@return the difference in one line} */
    @Override
    public String toString() {
        return switch (kind) {
            case MISSING -> path + ": missing " + expected.orElse("");
            case UNEXPECTED -> path + ": unexpected " + actual.orElse("");
            case DIFFERENT -> path + ": expected " + expected.orElse("") + " but was " + actual.orElse("");
            case REORDERED -> path + ": expected the order " + expected.orElse("") + " but was " + actual.orElse("");
        };
    }
}
