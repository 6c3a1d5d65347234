package io.eastwest.routing;

import java.util.List;

/** What names in conditions look like. */
final class ConditionNames {
    private static final int LONGEST = 512;
    private static final int MOST_LEVELS = 3;
    private static final int LARGEST_PORT = 65_535;
    private static final List<String> LEVELS = List.of("region", "zone", "subzone");

    private ConditionNames() {}

    static void check(String what, String name) {
        if (name.isEmpty() || name.length() > LONGEST || !name.chars().allMatch(ConditionNames::isPartOfName)) {
            throw new IllegalArgumentException(what
                    + ": a name has 1 to " + LONGEST + " characters, none of them a blank or a semicolon, but this is "
                    + quoted(name));
        }
    }

    /** Parts that are joined by slashes hold none. */
    static void checkParts(String what, String... parts) {
        for (String part : parts) {
            check(what, part);
            if (part.indexOf('/') >= 0) {
                throw new IllegalArgumentException(what + ": a name holds no slash, but this is " + quoted(part));
            }
        }
    }

    static void checkCount(String what, String name, int count) {
        check(what, name);
        String[] parts = name.split("/", -1);
        boolean empty = List.of(parts).contains("");
        if (parts.length != count || empty) {
            String form = count == 2 ? "<cluster>/<" + what + ">" : "<cluster>/<namespace>/<" + what + ">";
            throw new IllegalArgumentException(what + ": the form is " + form + ", but this is " + quoted(name));
        }
    }

    static void checkAddress(String address) {
        check("endpoint", address);
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !isPort(address.substring(colon + 1))) {
            throw new IllegalArgumentException(
                    "endpoint: the form is <address>:<port>, but this is " + quoted(address));
        }
    }

    private static boolean isPort(String text) {
        return !text.isEmpty()
                && text.length() <= 5
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && Integer.parseInt(text) <= LARGEST_PORT;
    }

    static void checkLocality(String locality) {
        check("locality", locality);
        String[] parts = locality.split("/", -1);
        if (parts.length > MOST_LEVELS || List.of(parts).contains("")) {
            throw new IllegalArgumentException(
                    "locality: the form is <region>, <region>/<zone> or <region>/<zone>/<subzone>, but this is "
                            + quoted(locality));
        }
    }

    /** {@return region, zone or subzone} */
    static String levelOf(String locality) {
        return LEVELS.get(locality.split("/", -1).length - 1);
    }

    private static boolean isPartOfName(int character) {
        return character != ';'
                && character != 0xA0
                && !Character.isWhitespace(character)
                && !Character.isISOControl(character);
    }

    static String quoted(String text) {
        return '"' + (text.length() > 80 ? text.substring(0, 80) + "..." : text) + '"';
    }
}
