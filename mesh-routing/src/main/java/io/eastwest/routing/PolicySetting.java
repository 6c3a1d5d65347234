package io.eastwest.routing;

/**
 * One setting that a cluster has in effect.
 *
 * @param <T> type of the value
 * @param name field of a traffic policy that sets it, such as {@code connectionPool.tcp.connectTimeout}
 * @param value value in effect
 * @param text the value for people
 * @param source where it comes from
 */
public record PolicySetting<T>(String name, T value, String text, PolicySource source) {
    @Override
    public String toString() {
        return name + " = " + text + " <" + source + ">";
    }
}
