package io.eastwest.routing.outlier;

/** What came of an attempt to use a host. */
public sealed interface HostResult permits ResponseCode, ConnectionResult {}
