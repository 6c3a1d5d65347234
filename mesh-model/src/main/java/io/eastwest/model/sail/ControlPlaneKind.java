package io.eastwest.model.sail;

/** Kind of resource that stands for a control plane. */
public enum ControlPlaneKind {
    /** a control plane with its updates */
    Istio,
    /** one revision of a control plane */
    IstioRevision
}
