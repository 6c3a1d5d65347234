package io.eastwest.model.kubernetes;

/** How a {@link LabelSelectorRequirement} compares. */
public enum LabelSelectorOperator {
    /** The label is there and its value is listed. */
    In,
    /** The label is not there or its value is not listed. */
    NotIn,
    /** The label is there. */
    Exists,
    /** The label is not there. */
    DoesNotExist
}
