package io.eastwest.routing.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Values of header operations: text with commands between percent signs. An absent value is empty text. Commands that are not
 * modelled are reported and leave the whole value out.
 *
 * <p>Mirrors envoy source/common/formatter/substitution_format_utility.cc for the commands that are modelled.
 */
final class HeaderFormat {
    private static final char MARK = '%';

    private final RequestState request;
    private final RequestSource source;
    private final Consumer<String> findings;

    HeaderFormat(RequestState request, RequestSource source, Consumer<String> findings) {
        this.request = request;
        this.source = source;
        this.findings = findings;
    }

    /** {@return the value; empty text: the operation does nothing} */
    String format(String value) {
        if (value.indexOf(MARK) < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            char c = value.charAt(at);
            if (c != MARK) {
                text.append(c);
                at++;
                continue;
            }
            int end = value.indexOf(MARK, at + 1);
            Optional<String> part = end < 0 ? Optional.empty() : command(value.substring(at + 1, end));
            if (part.isEmpty()) {
                findings.accept(
                        "header value \"" + value + "\": only %%, %REQ(name)%, %PROTOCOL%, addresses, SNI and peer SAN "
                                + "are modelled; the header is left out");
                return "";
            }
            text.append(part.get());
            at = end + 1;
        }
        return text.toString();
    }

    private Optional<String> command(String command) {
        if (command.startsWith("REQ(")) {
            return requestHeader(command);
        }
        return switch (command) {
            case "" -> Optional.of("%");
            case "PROTOCOL" -> Optional.of(source.protocol());
            case "DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT" -> Optional.of(source.remoteAddress());
            case "DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT" ->
                Optional.of(source.connection().sourceAddress());
            case "DOWNSTREAM_LOCAL_ADDRESS" -> Optional.of(source.localWithPort());
            case "DOWNSTREAM_LOCAL_ADDRESS_WITHOUT_PORT" ->
                Optional.of(source.connection().destinationAddress());
            case "DOWNSTREAM_LOCAL_PORT" ->
                Optional.of(Integer.toString(source.connection().destinationPort()));
            case "REQUESTED_SERVER_NAME" -> Optional.of(serverName());
            case "DOWNSTREAM_PEER_URI_SAN" -> Optional.of(peerUri());
            default -> Optional.empty();
        };
    }

    private Optional<String> requestHeader(String command) {
        int close = command.indexOf(')');
        if (close < 0) {
            return Optional.empty();
        }
        String value = "";
        for (String name : List.of(command.substring("REQ(".length(), close).split("\\?", 2))) {
            value = value.isEmpty()
                    ? request.header(name.toLowerCase(Locale.ROOT)).orElse("")
                    : value;
        }
        String rest = command.substring(close + 1);
        if (rest.isEmpty()) {
            return Optional.of(value);
        }
        boolean length = rest.length() > 1
                && rest.length() < 8
                && rest.substring(1).chars().allMatch(Character::isDigit);
        return rest.startsWith(":") && length
                ? Optional.of(value.substring(0, Math.min(value.length(), Integer.parseInt(rest.substring(1)))))
                : Optional.empty();
    }

    private String serverName() {
        return source.connection().tls().flatMap(hello -> hello.serverName()).orElse("");
    }

    private String peerUri() {
        return source.terminated()
                ? source.connection().peer().map(peer -> peer.uri()).orElse("")
                : "";
    }
}
