package io.eastwest.routing.security;

import io.eastwest.model.scalar.IpBlock;
import io.eastwest.routing.envoy.RbacInput;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Attributes of the connection: addresses, port and SNI.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/model/generator.go}: srcIPGenerator, remoteIPGenerator, destIPGenerator,
 * destPortGenerator, connSNIGenerator.
 */
final class ConnectionFields {
    private static final int HIGHEST_PORT = 65535;

    static final PolicyField SOURCE_ADDRESS = address(RbacInput::sourceAddress);

    static final PolicyField REMOTE_ADDRESS = address(RbacInput::remoteAddress);

    static final PolicyField DESTINATION_ADDRESS = address(RbacInput::destinationAddress);

    static final PolicyField DESTINATION_PORT = PolicyField.connection(
            value -> port(value).map(port -> input -> input.destinationPort() == port),
            input -> String.valueOf(input.destinationPort()));

    static final PolicyField SERVER_NAME = PolicyField.connection(
            value -> {
                Predicate<String> test = TextPattern.of(value);
                return Optional.of(input -> test.test(serverName(input)));
            },
            input -> PolicyText.quoted(serverName(input)));

    private ConnectionFields() {}

    private static PolicyField address(Function<RbacInput, String> actual) {
        return PolicyField.connection(
                value -> IpBlock.parse(value)
                        .map(block -> input -> IpBlock.parseAddress(actual.apply(input))
                                .filter(block::contains)
                                .isPresent()),
                input -> PolicyText.quoted(actual.apply(input)));
    }

    /** Envoy keeps the SNI in lower case. */
    private static String serverName(RbacInput input) {
        return input.serverName().orElse("").toLowerCase(Locale.ROOT);
    }

    private static Optional<Integer> port(String text) {
        boolean number = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Integer.valueOf(text)).filter(port -> port <= HIGHEST_PORT) : Optional.empty();
    }
}
