package io.eastwest.routing.balancing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Hashes of a request for consistent hashing, as unsigned 64 bit numbers.
 *
 * <p>Ask them after the header operations of the route and of the chosen destination were applied, as Envoy does. An empty result
 * means that the source gives no hash; a request without any hash goes to a random place.
 *
 * <p>Mirrors envoy source/common/http/hash_policy.cc.
 */
public final class RequestHash {
    private RequestHash() {}

    /**
     * {@return the hash of a header; empty if it is absent}
     *
     * @param values all values of the header; several are sorted by their bytes and hashed one into the other
     */
    public static OptionalLong header(Collection<String> values) {
        if (values.isEmpty()) {
            return OptionalLong.empty();
        }
        long hash = 0;
        List<byte[]> sorted = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .toList();
        for (byte[] value : sorted) {
            hash = XxHash.of(value, hash);
        }
        return OptionalLong.of(hash);
    }

    /**
     * {@return the hash of a cookie; empty if it is absent or has no value}
     *
     * <p>When the rule has a {@code ttl} and the cookie is absent, Envoy makes one: hash {@link #newCookie} then.
     *
     * @param value value of the cookie; empty if the request has none
     */
    public static OptionalLong cookie(Optional<String> value) {
        return value.filter(text -> !text.isEmpty())
                .map(text -> OptionalLong.of(XxHash.of(text)))
                .orElseGet(OptionalLong::empty);
    }

    /**
     * {@return the value of the cookie that Envoy makes: 16 lower-case hexadecimal digits}
     *
     * @param remoteAddress address of the client with port, {@code 10.1.2.3:4567}
     * @param localAddress address that the client dialled with port, {@code 10.2.0.9:8080}
     */
    public static String newCookie(String remoteAddress, String localAddress) {
        String digits = Long.toHexString(XxHash.of(remoteAddress + localAddress));
        return "0".repeat(16 - digits.length()) + digits;
    }

    /**
     * {@return the hash of the address of the client}
     *
     * <p>At a sidecar that is the last address of {@code x-forwarded-for} if the request has that header.
     *
     * @param address the IP address as text, without port
     */
    public static OptionalLong sourceAddress(String address) {
        return OptionalLong.of(XxHash.of(address));
    }

    /**
     * {@return the hash of the first value of a query parameter, not decoded; empty if the parameter is absent}
     *
     * @param path path with query, as it is after rewriting
     * @param name name of the parameter, not decoded
     */
    public static OptionalLong queryParameter(String path, String name) {
        int start = path.indexOf('?');
        if (start < 0) {
            return OptionalLong.empty();
        }
        for (String parameter : path.substring(start + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            String key = equals < 0 ? parameter : parameter.substring(0, equals);
            if (key.equals(name)) {
                return OptionalLong.of(XxHash.of(equals < 0 ? "" : parameter.substring(equals + 1)));
            }
        }
        return OptionalLong.empty();
    }

    /**
     * {@return the hash of a route whose destinations bring several sources; empty if none gives a hash}
     *
     * @param hashes hashes in the order of the destinations; each turns the result so far by one bit and is mixed in
     */
    public static OptionalLong combine(Collection<OptionalLong> hashes) {
        OptionalLong result = OptionalLong.empty();
        for (OptionalLong hash : hashes) {
            if (hash.isPresent()) {
                long next = hash.getAsLong();
                result = OptionalLong.of(result.isPresent() ? Long.rotateLeft(result.getAsLong(), 1) ^ next : next);
            }
        }
        return result;
    }
}
