package io.eastwest.render.intent;

/** Parts of localities. */
final class LocalityPatterns {
    private LocalityPatterns() {}

    /** {@return the first part of a locality} */
    static String region(String locality) {
        int slash = locality.indexOf('/');
        return slash < 0 ? locality : locality.substring(0, slash);
    }

    /** Whether a locality is one of those that a pattern such as {@code region1/*} means. */
    static boolean isIn(String locality, String pattern) {
        String[] parts = locality.split("/", -1);
        String[] wanted = pattern.split("/", -1);
        for (int i = 0; i < wanted.length && !wanted[i].equals("*"); i++) {
            if (i >= parts.length || !parts[i].equals(wanted[i])) {
                return false;
            }
        }
        return true;
    }
}
