package io.eastwest.render.compare;

/** What a failure leaves of calls. */
public enum TrafficState {
    /** There are no such calls, or nobody is left who could call. */
    NONE,

    /** No more calls are lost than before. */
    KEPT,

    /** A part of the calls is lost, or the calls of a part of the services. */
    DEGRADED,

    /** All calls are lost. */
    LOST
}
