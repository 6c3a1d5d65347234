package io.eastwest.routing.question;

/**
 * A service of the mesh that no call of a table can name.
 *
 * @param host its host name
 * @param reason why
 */
public record UncalledService(String host, String reason) {
    @Override
    public String toString() {
        return host + ": " + reason;
    }
}
