package io.eastwest.routing.proxy;

import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.RbacInput;
import java.util.Optional;

/**
 * What a request shows to an access decision; its HTTP part is made only for policies that look at it.
 *
 * @param principal peer identity; empty on plaintext
 * @param source where the request came from
 * @param request the request
 */
record RequestRbacInput(Optional<String> principal, RequestSource source, RequestState request) implements RbacInput {
    @Override
    public String sourceAddress() {
        return source.connection().sourceAddress();
    }

    @Override
    public String remoteAddress() {
        return source.remoteAddress();
    }

    @Override
    public String destinationAddress() {
        return source.connection().destinationAddress();
    }

    @Override
    public int destinationPort() {
        return source.connection().destinationPort();
    }

    @Override
    public Optional<String> serverName() {
        return source.connection().tls().flatMap(TlsClientHello::serverName);
    }

    @Override
    public Optional<Http> http() {
        return Optional.of(new Http(
                request.method(),
                request.authority(),
                request.path(),
                request.headers().all(),
                request.claims()));
    }
}
