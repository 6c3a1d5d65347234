package io.eastwest.pki.finding;

import io.eastwest.model.issue.MeshException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown when something is refused; carries every finding that was made. Its text never holds key material. */
public final class PkiException extends MeshException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_LISTED = 50;

    private final transient @Nullable List<TrustFinding> findings;

    /**
     * Refuses for several reasons.
     *
     * @param findings the reasons, at least one; the text lists the first 50
     */
    public PkiException(List<TrustFinding> findings) {
        super(text(findings));
        this.findings = List.copyOf(findings);
    }

    /**
     * Refuses for one reason.
     *
     * @param finding the reason
     */
    public PkiException(TrustFinding finding) {
        this(List.of(finding));
    }

    /**
     * Refuses for one reason.
     *
     * @param code the cause
     * @param place what is looked at and where in it
     * @param wrong what is wrong
     * @param accepted what is accepted or what to do
     */
    public PkiException(TrustCode code, String place, String wrong, String accepted) {
        this(TrustFinding.of(code, place, wrong, accepted));
    }

    /**
     * Names the attributes that a builder was not given.
     *
     * @param missing names of the required attributes that were not set, in declaration order
     */
    public PkiException(String... missing) {
        this(TrustFinding.of(
                TrustCode.ATTRIBUTE_MISSING,
                "builder",
                "required but not set: " + String.join(", ", List.of(missing)),
                "set them before build()"));
    }

    /** {@return all reasons, in the order in which they were found; empty after deserialisation} */
    public List<TrustFinding> findings() {
        return findings == null ? List.of() : findings;
    }

    /** {@return the cause of the first finding} */
    public TrustCode code() {
        return findings().get(0).code();
    }

    private static String text(List<TrustFinding> findings) {
        String listed =
                findings.stream().limit(MAX_LISTED).map(TrustFinding::toString).collect(Collectors.joining("\n"));
        int more = findings.size() - MAX_LISTED;
        return more > 0 ? listed + "\n... and " + more + " more" : listed;
    }
}
