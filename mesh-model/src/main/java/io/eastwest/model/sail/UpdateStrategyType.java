package io.eastwest.model.sail;

/** How the operator replaces a control plane. */
public enum UpdateStrategyType {
    /** the running control plane is changed */
    InPlace,
    /** a new control plane starts beside the old one */
    RevisionBased
}
