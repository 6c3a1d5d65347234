package io.eastwest.pki.finding;

import io.eastwest.model.issue.Severity;

/** What a {@link TrustFinding} does to a mesh. */
public enum TrustEffect {
    /** The library refuses the request or the input; nothing was made. */
    REFUSED,
    /** istiod does not start with these files, or keeps the ones it has. */
    NOT_LOADED,
    /** istiod loads the files, and the certificates that it issues fail at their peers. */
    PEERS_FAIL,
    /** It works now and will not for ever, or is weaker than it looks. */
    RISK;

    /** {@return {@link Severity#WARNING} for a {@link #RISK}, {@link Severity#ERROR} otherwise} */
    public Severity severity() {
        return this == RISK ? Severity.WARNING : Severity.ERROR;
    }
}
