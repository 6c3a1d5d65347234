package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.HttpVersion;

/**
 * What a proxy knows about the connection that a request came on.
 *
 * @param connection the connection
 * @param terminated whether this proxy terminated TLS
 * @param remoteAddress address of the original client, after {@code x-forwarded-for}
 * @param version version of HTTP
 */
record RequestSource(Connection connection, boolean terminated, String remoteAddress, HttpVersion version) {
    /** {@return the address of the client with port; the port is 0 when another address stands for the peer} */
    String remoteWithPort() {
        boolean peer = remoteAddress.equals(connection.sourceAddress());
        return IpText.withPort(remoteAddress, peer ? connection.sourcePort() : 0);
    }

    String localWithPort() {
        return IpText.withPort(connection.destinationAddress(), connection.destinationPort());
    }

    String protocol() {
        return switch (version) {
            case HTTP_1_0 -> "HTTP/1.0";
            case HTTP_1_1 -> "HTTP/1.1";
            case HTTP_2 -> "HTTP/2";
        };
    }
}
