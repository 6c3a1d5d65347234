package io.eastwest.pki.rotation;

/** What a running istiod does when the files of its cacerts change. */
public enum ReloadDecision {
    /** The roots are the same bytes: key and chain are taken over. */
    SIGNER_TAKEN,
    /** The roots grew or shrank and several roots are allowed: all is taken over. */
    ROOTS_TAKEN,
    /** The roots changed and several roots are not allowed: nothing is taken over before a restart. */
    IGNORED_UNTIL_RESTART,
    /** Neither set of roots contains the other: nothing is taken over, or only at a restart. */
    REFUSED;

    /** {@return whether the change takes effect without a restart} */
    public boolean isTaken() {
        return this == SIGNER_TAKEN || this == ROOTS_TAKEN;
    }
}
