package io.eastwest.routing.parity;

/** How a check stands. */
enum Standing {
    /** Equal to the recording. */
    PASSED,
    /** Different from the recording. */
    FAILED,
    /** Different from the recording, and listed as such. */
    PENDING
}
