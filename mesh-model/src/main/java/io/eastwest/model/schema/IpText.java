package io.eastwest.model.schema;

import io.eastwest.model.scalar.IpBlock;
import java.util.Optional;

/** Texts that are IP addresses, without a zone. */
final class IpText {
    private IpText() {}

    static boolean isIp(String text) {
        return address(text).isPresent();
    }

    static boolean isIpv6(String text) {
        return address(text).filter(IpBlock::isIpv6).isPresent();
    }

    /** An address as older fields of Kubernetes take it: there IPv4 may have leading zeros. */
    static Optional<IpBlock> legacy(String text) {
        return address(text).or(() -> address(withoutZeros(text)).filter(address -> !address.isIpv6()));
    }

    static boolean isCidr(String text) {
        return text.contains("/")
                && IpBlock.parse(text)
                        .or(() -> IpBlock.parse(withoutZeros(text)))
                        .isPresent();
    }

    private static Optional<IpBlock> address(String text) {
        return text.contains("%") ? Optional.empty() : IpBlock.parseAddress(text);
    }

    private static String withoutZeros(String text) {
        return text.replaceAll("\\b0+([0-9])", "$1");
    }
}
