package io.eastwest.model.reader;

import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/**
 * How much a reader takes before it stops with {@link io.eastwest.model.issue.IssueCode#LIMIT_EXCEEDED}. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
public interface ReadLimits {
    /** {@return most characters of one document; default 64 Mi} */
    @Value.Default
    default int maxDocumentLength() {
        return 64 << 20;
    }

    /** {@return most characters of everything that one call reads; default 1 Gi} */
    @Value.Default
    default long maxTotalLength() {
        return 1L << 30;
    }

    /** {@return most documents that one call reads, members of lists included; default 1 000 000} */
    @Value.Default
    default int maxDocuments() {
        return 1_000_000;
    }

    /** {@return most levels of objects and lists in one document; default 200} */
    @Value.Default
    default int maxDepth() {
        return 200;
    }

    /** {@return most values that aliases ({@code *name}) repeat in one document; default 100 000} */
    @Value.Default
    default int maxAliasedValues() {
        return 100_000;
    }

    /** {@return most values in one document, those that aliases repeat included; default 20 000 000} */
    @Value.Default
    default int maxNodes() {
        return 20_000_000;
    }

    /** {@return most problems that are reported of one document; the rest is only mentioned; default 1000} */
    @Value.Default
    default int maxIssues() {
        return 1000;
    }

    /** {@return the default limits} */
    static ReadLimits defaults() {
        return builder().build();
    }

    /** {@return a builder that starts with these limits} */
    default ReadLimitsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder that starts with the default limits} */
    static ReadLimitsBuilder builder() {
        return new ReadLimitsBuilder();
    }
}
