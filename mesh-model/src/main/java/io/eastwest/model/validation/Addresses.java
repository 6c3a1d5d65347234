package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.scalar.IpBlock;

/**
 * IP addresses, blocks of them and paths of UNIX sockets. Mirrors istio 1.30.3
 * {@code pkg/config/validation/agent/validation.go:ValidateIPAddress, ValidateIPSubnet} and
 * {@code pkg/config/validation/validation.go:ValidateUnixAddress}.
 */
final class Addresses {
    static final String UNIX = "unix://";

    private Addresses() {}

    static boolean isIp(String text) {
        return IpBlock.parseAddress(text).isPresent();
    }

    static void checkIp(String text, DocumentPath path, ManifestIssues issues) {
        if (!isIp(text)) {
            String message = "must be an IP address but was " + IssueText.quote(text);
            issues.error(IssueCode.ADDRESS_INVALID, path, message, "use an address such as 10.0.0.1 or fd00::1");
        }
    }

    static void checkIpOrCidr(String text, DocumentPath path, ManifestIssues issues) {
        if (IpBlock.parse(text).isEmpty()) {
            String message = "must be an IP address or CIDR block but was " + IssueText.quote(text);
            issues.error(IssueCode.ADDRESS_INVALID, path, message, "use such as 10.0.0.1 or 10.0.0.0/8");
        }
    }

    /** An absolute path to a file, or the name of an abstract socket, which begins with {@code @}. */
    static void checkSocket(String text, DocumentPath path, ManifestIssues issues) {
        String file = text.startsWith(UNIX) ? text.substring(UNIX.length()) : text;
        if (!file.startsWith("@") && (!file.startsWith("/") || file.endsWith("/"))) {
            String message =
                    "must name a file by its whole path, or an abstract socket, but was " + IssueText.quote(text);
            issues.error(
                    IssueCode.ADDRESS_INVALID, path, message, "use such as unix:///var/run/web.sock or unix://@web");
        }
    }
}
