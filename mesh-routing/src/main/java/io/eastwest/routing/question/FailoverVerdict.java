package io.eastwest.routing.question;

/** Whether failures inside of a boundary move calls to the outside. */
public enum FailoverVerdict {
    /** They do; without failures nothing outside is called. */
    FIRES,

    /** A part of the calls goes outside even without failures; nothing is held back for a failure. */
    SPREAD,

    /** All calls go outside even without failures. */
    OUTSIDE_ALREADY,

    /** They do not, however many fail. */
    NEVER
}
