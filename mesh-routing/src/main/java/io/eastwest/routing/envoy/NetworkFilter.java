package io.eastwest.routing.envoy;

/** What handles the bytes of a filter chain. */
public sealed interface NetworkFilter permits HttpConnectionManager, TcpProxy {}
