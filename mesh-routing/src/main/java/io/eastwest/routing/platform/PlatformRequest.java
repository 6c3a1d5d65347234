package io.eastwest.routing.platform;

/**
 * A request from outside.
 *
 * @param host the global name
 * @param path path
 * @param region region of the client; empty: unknown
 */
public record PlatformRequest(String host, String path, String region) {
    /**
     * A request for the root path from an unknown region.
     *
     * @param host the global name
     * @return the request
     */
    public static PlatformRequest to(String host) {
        return new PlatformRequest(host, "/", "");
    }
}
