package io.eastwest.model.sail;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A named set of Helm values. The operator always applies {@code default} first. */
public enum InstallProfile {
    /** the ambient data plane */
    ambient,
    /** the usual installation */
    @JsonProperty("default")
    default_,
    /** all features, for trying out */
    demo,
    /** nothing beyond the charts' own values */
    empty,
    /** a control plane that serves other clusters only */
    external,
    /** the usual installation on OpenShift */
    openshift,
    /** the ambient data plane on OpenShift */
    @JsonProperty("openshift-ambient")
    openshift_ambient,
    /** experimental features */
    preview,
    /** a cluster served by the control plane of another */
    remote,
    /** the usual installation with production settings */
    stable
}
