package io.eastwest.model.openshift;

/** Whether a {@link Route} takes all names of its domain. OpenShift uses {@code None} where a document names none. */
public enum WildcardPolicy {
    /** it takes its own host only */
    None,
    /** it takes all hosts that differ in the first label */
    Subdomain
}
