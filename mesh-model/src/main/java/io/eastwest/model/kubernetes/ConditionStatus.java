package io.eastwest.model.kubernetes;

/** Whether a condition holds. */
public enum ConditionStatus {
    /** it holds */
    True,
    /** it does not hold */
    False,
    /** nobody could tell */
    Unknown
}
