package io.eastwest.testing.expect;

import io.eastwest.routing.balancing.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exact shares as people write them: {@code 3/4}, {@code 75%}, {@code 12.5%}, {@code all}, {@code none}. */
final class ShareText {
    static final String ACCEPTED = "write all, none, a fraction such as 3/4 or a percentage such as 12.5%";

    private static final Pattern FRACTION = Pattern.compile("(\\d{1,18}) ?/ ?(\\d{1,18})");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,15})?) ?%");

    private ShareText() {}

    /** {@return the share, 0 to 1; empty: the text is none} */
    static Optional<Share> parse(String text) {
        if (text.equals("all")) {
            return Optional.of(Share.ONE);
        }
        if (text.equals("none")) {
            return Optional.of(Share.ZERO);
        }
        Matcher fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            long denominator = Long.parseLong(fraction.group(2));
            return denominator == 0
                    ? Optional.empty()
                    : bounded(Share.of(Long.parseLong(fraction.group(1)), denominator));
        }
        Matcher percent = PERCENT.matcher(text);
        if (percent.matches()) {
            BigDecimal hundredths = new BigDecimal(percent.group(1));
            return bounded(Share.of(hundredths.unscaledValue(), BigInteger.TEN.pow(hundredths.scale() + 2)));
        }
        return Optional.empty();
    }

    private static Optional<Share> bounded(Share share) {
        return share.compareTo(Share.ONE) > 0 ? Optional.empty() : Optional.of(share);
    }
}
