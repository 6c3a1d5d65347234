package io.eastwest.routing.outlier;

/** What came of a detector that fired, or of a check. */
public enum OutlierVerdict {
    /** The host is ejected. */
    EJECTED,
    /** The host stays because too many are ejected already. */
    KEPT_BY_LIMIT,
    /** The host stays because the detector is not enforced. */
    KEPT_NOT_ENFORCED,
    /** The host came back. */
    RETURNED
}
