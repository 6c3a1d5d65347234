package io.eastwest.routing.inbound;

import io.eastwest.routing.view.PortProtocol;

/** How a port is read. Mirrors istio 1.30.3 {@code pilot/pkg/networking/networking.go:ModelProtocolToListenerProtocol}. */
enum PortKind {
    HTTP,
    TCP,
    /** Found out by looking at the first bytes. */
    AUTO;

    static PortKind of(PortProtocol protocol) {
        if (protocol.isHttp()) {
            return HTTP;
        }
        return protocol == PortProtocol.UNSUPPORTED ? AUTO : TCP;
    }
}
