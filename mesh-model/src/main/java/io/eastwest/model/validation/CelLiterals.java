package io.eastwest.model.validation;

import java.math.BigInteger;

/** Literals of CEL and their ranges. Mirrors cel-go 0.29.2 {@code parser/parser.go:VisitInt, VisitUint, VisitDouble}. */
final class CelLiterals {
    private static final BigInteger MOST_INT = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger MOST_UINT = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private CelLiterals() {}

    static void take(CelWords words) {
        boolean negative = words.skip("-");
        CelToken token = words.peek();
        if (negative && !token.isNumber()) {
            throw words.unexpected();
        }
        switch (token.kind()) {
            case INT -> check(token, negative ? MOST_INT.add(BigInteger.ONE) : MOST_INT, token.text());
            case UINT ->
                check(token, MOST_UINT, token.text().substring(0, token.text().length() - 1));
            case DOUBLE -> {
                if (Double.isInfinite(Double.parseDouble(token.text()))) {
                    throw outOfRange(token);
                }
            }
            case STRING, BYTES -> {}
            default -> {
                if (!token.is("true") && !token.is("false") && !token.is("null")) {
                    throw words.unexpected();
                }
            }
        }
        words.next();
    }

    private static void check(CelToken token, BigInteger most, String digits) {
        BigInteger value = digits.startsWith("0x") ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
        if (value.compareTo(most) > 0) {
            throw outOfRange(token);
        }
    }

    private static CelFault outOfRange(CelToken token) {
        return new CelFault("number out of range", token.position());
    }
}
