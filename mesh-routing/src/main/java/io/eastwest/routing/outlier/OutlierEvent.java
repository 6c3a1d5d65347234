package io.eastwest.routing.outlier;

import java.time.Duration;

/**
 * A result at a host.
 *
 * @param at time since the proxy got the cluster
 * @param address address of the host
 * @param result what happened
 */
public record OutlierEvent(Duration at, String address, HostResult result) {
    /**
     * {@return a response of a host}
     *
     * @param at time since the proxy got the cluster
     * @param address address of the host
     * @param code status of the response
     */
    public static OutlierEvent response(Duration at, String address, int code) {
        return new OutlierEvent(at, address, new ResponseCode(code));
    }
}
