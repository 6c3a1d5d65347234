package io.eastwest.model.reader;

/** Parts of documents, of which short ones that are equal are mostly one object. Its size is fixed. Not thread-safe. */
final class KeptTexts {
    private static final int LONGEST = 40;
    private static final int PLACES = 4096;

    private final String[] kept = new String[PLACES];

    /**
     * A part of a text.
     *
     * @param chars the characters of the text
     */
    String of(String text, char[] chars, int from, int to) {
        int size = to - from;
        if (size > LONGEST) {
            return text.substring(from, to);
        }
        int hash = size;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + chars[i];
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        String known = kept[place];
        if (known != null && known.length() == size && text.startsWith(known, from)) {
            return known;
        }
        String fresh = text.substring(from, to);
        kept[place] = fresh;
        return fresh;
    }
}
