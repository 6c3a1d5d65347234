package io.eastwest.model.validation;

import java.util.List;

/** The codes that Envoy has names for. Mirrors envoy 1.36 {@code api/envoy/type/v3/http_status.proto:StatusCode}. */
final class HttpStatusCodes {
    private static final List<Integer> LONE = List.of(0, 100, 226, 307, 308, 426, 428, 429, 431, 510, 511);

    private HttpStatusCodes() {}

    static boolean isKnown(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        String significant = digits.replaceFirst("^0+(?=.)", "");
        boolean number = !significant.isEmpty()
                && significant.length() <= 3
                && significant.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && isKnown(Integer.parseInt(significant));
    }

    private static boolean isKnown(int code) {
        return LONE.contains(code)
                || isWithin(code, 200, 208)
                || isWithin(code, 300, 305)
                || isWithin(code, 400, 417)
                || isWithin(code, 421, 424)
                || isWithin(code, 500, 508);
    }

    private static boolean isWithin(int code, int first, int last) {
        return code >= first && code <= last;
    }
}
