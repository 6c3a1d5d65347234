package io.eastwest.model.sail;

/** Which resources the charts install. */
public enum ResourceScope {
    /** decided by the chart */
    undefined,
    /** all of them */
    all,
    /** those of the whole cluster */
    cluster,
    /** those of one namespace */
    namespace
}
